BEGIN;

-- Running upgrade d17be2503c9f -> e25cf3614da0

ALTER TABLE users ADD COLUMN full_name VARCHAR(255);

UPDATE users SET full_name = first_name;

UPDATE alembic_version SET version_num='e25cf3614da0' WHERE alembic_version.version_num = 'd17be2503c9f';

COMMIT;

