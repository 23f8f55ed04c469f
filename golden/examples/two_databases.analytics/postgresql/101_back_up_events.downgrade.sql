BEGIN;

-- Running downgrade 101_back_up_events -> 100_initial_schema

DROP TABLE IF EXISTS events_backup;

UPDATE alembic_version_analytics SET version_num='100_initial_schema' WHERE alembic_version_analytics.version_num = '101_back_up_events';

COMMIT;

