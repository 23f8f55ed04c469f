BEGIN;

CREATE SCHEMA north;

COMMIT;

CREATE DATABASE south;

BEGIN;

COMMIT;

SET search_path TO north;

BEGIN;

-- Running upgrade a01 -> a02

ALTER TABLE things ADD COLUMN name VARCHAR(20);

COMMIT;

COMMENT ON TABLE things IS 'all of them';

BEGIN;

UPDATE alembic_version SET version_num='a02' WHERE alembic_version.version_num = 'a01';

COMMIT;

RESET search_path;

SET search_path TO public;

BEGIN;

-- Running upgrade a01 -> a02

ALTER TABLE things ADD COLUMN name VARCHAR(20);

COMMIT;

COMMENT ON TABLE things IS 'all of them';

BEGIN;

UPDATE alembic_version SET version_num='a02' WHERE alembic_version.version_num = 'a01';

COMMIT;

RESET search_path;

