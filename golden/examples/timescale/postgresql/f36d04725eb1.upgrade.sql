BEGIN;

-- Running upgrade e25cf3614da0 -> f36d04725eb1

ALTER TABLE users DROP COLUMN first_name;

UPDATE alembic_version SET version_num='f36d04725eb1' WHERE alembic_version.version_num = 'e25cf3614da0';

COMMIT;

