BEGIN;

-- Running downgrade c4a90d7718be -> abc123def456

ALTER TABLE users DROP COLUMN email;

UPDATE alembic_version SET version_num='abc123def456' WHERE alembic_version.version_num = 'c4a90d7718be';

COMMIT;

