BEGIN;

-- Running downgrade d17be2503c9f -> c4a90d7718be

DROP INDEX idx_users_email;

UPDATE alembic_version SET version_num='c4a90d7718be' WHERE alembic_version.version_num = 'd17be2503c9f';

COMMIT;

