BEGIN;

-- Running upgrade m02 -> m03

ALTER TABLE note ADD COLUMN by VARCHAR(20);

UPDATE alembic_version SET version_num='m03' WHERE alembic_version.version_num = 'm02';

COMMIT;

