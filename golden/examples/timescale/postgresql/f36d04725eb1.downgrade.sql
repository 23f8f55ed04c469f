BEGIN;

-- Running downgrade f36d04725eb1 -> e25cf3614da0

ALTER TABLE users ADD COLUMN first_name VARCHAR(255);

UPDATE users SET first_name = full_name;

UPDATE alembic_version SET version_num='e25cf3614da0' WHERE alembic_version.version_num = 'f36d04725eb1';

COMMIT;

