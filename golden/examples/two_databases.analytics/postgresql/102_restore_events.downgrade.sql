BEGIN;

-- Running downgrade 102_restore_events -> 101_back_up_events

ALTER TABLE events_backup DROP COLUMN IF EXISTS restored_at;

UPDATE alembic_version_analytics SET version_num='101_back_up_events' WHERE alembic_version_analytics.version_num = '102_restore_events';

COMMIT;

