BEGIN;

-- Running downgrade e25cf3614da0 -> d17be2503c9f

ALTER TABLE users DROP COLUMN full_name;

UPDATE alembic_version SET version_num='d17be2503c9f' WHERE alembic_version.version_num = 'e25cf3614da0';

COMMIT;

