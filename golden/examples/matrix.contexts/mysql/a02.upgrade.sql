CREATE SCHEMA north;

CREATE DATABASE south;

SET search_path TO north;

-- Running upgrade a01 -> a02

ALTER TABLE things ADD COLUMN name VARCHAR(20);

COMMENT ON TABLE things IS 'all of them';

UPDATE alembic_version SET version_num='a02' WHERE alembic_version.version_num = 'a01';

RESET search_path;

SET search_path TO public;

-- Running upgrade a01 -> a02

ALTER TABLE things ADD COLUMN name VARCHAR(20);

COMMENT ON TABLE things IS 'all of them';

UPDATE alembic_version SET version_num='a02' WHERE alembic_version.version_num = 'a01';

RESET search_path;

