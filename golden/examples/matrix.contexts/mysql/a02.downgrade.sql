CREATE SCHEMA north;

CREATE DATABASE south;

SET search_path TO north;

-- Running downgrade a02 -> a01

ALTER TABLE things DROP COLUMN name;

UPDATE alembic_version SET version_num='a01' WHERE alembic_version.version_num = 'a02';

RESET search_path;

SET search_path TO public;

-- Running downgrade a02 -> a01

ALTER TABLE things DROP COLUMN name;

UPDATE alembic_version SET version_num='a01' WHERE alembic_version.version_num = 'a02';

RESET search_path;

