BEGIN;

-- Running downgrade 100_initial_schema -> 

DROP TABLE events;

DROP TABLE sessions;

DELETE FROM alembic_version_analytics WHERE alembic_version_analytics.version_num = '100_initial_schema';

COMMIT;

