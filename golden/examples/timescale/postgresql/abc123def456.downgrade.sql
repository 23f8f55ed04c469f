BEGIN;

-- Running downgrade abc123def456 -> b80c16c4db24

DROP INDEX idx_user_prefs_user_id;

DROP TABLE user_preferences;

UPDATE alembic_version SET version_num='b80c16c4db24' WHERE alembic_version.version_num = 'abc123def456';

COMMIT;

