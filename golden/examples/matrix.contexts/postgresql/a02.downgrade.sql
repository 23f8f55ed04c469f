BEGIN;

CREATE SCHEMA north;

COMMIT;

CREATE DATABASE south;

BEGIN;

COMMIT;

SET search_path TO north;

BEGIN;

-- Running downgrade a02 -> a01

ALTER TABLE things DROP COLUMN name;

UPDATE alembic_version SET version_num='a01' WHERE alembic_version.version_num = 'a02';

COMMIT;

RESET search_path;

SET search_path TO public;

BEGIN;

-- Running downgrade a02 -> a01

ALTER TABLE things DROP COLUMN name;

UPDATE alembic_version SET version_num='a01' WHERE alembic_version.version_num = 'a02';

COMMIT;

RESET search_path;

