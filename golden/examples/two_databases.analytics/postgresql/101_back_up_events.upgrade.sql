BEGIN;

-- Running upgrade 100_initial_schema -> 101_back_up_events

CREATE TABLE events_backup AS
        SELECT * FROM events;

COMMENT ON TABLE events_backup IS 'to be dropped when the new shape has proved itself';

UPDATE alembic_version_analytics SET version_num='101_back_up_events' WHERE alembic_version_analytics.version_num = '100_initial_schema';

COMMIT;

