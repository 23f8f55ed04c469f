BEGIN;

-- Running upgrade abc123def456 -> c4a90d7718be

ALTER TABLE users ADD COLUMN email VARCHAR(255);

UPDATE users SET email = username || '@example.com' WHERE email IS NULL;

ALTER TABLE users ALTER COLUMN email SET NOT NULL;

UPDATE alembic_version SET version_num='c4a90d7718be' WHERE alembic_version.version_num = 'abc123def456';

COMMIT;

