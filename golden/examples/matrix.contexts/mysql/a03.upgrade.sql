CREATE SCHEMA north;

CREATE DATABASE south;

SET search_path TO north;

-- Running upgrade a02 -> a03

CREATE INDEX ix_things_name ON things (name);

UPDATE alembic_version SET version_num='a03' WHERE alembic_version.version_num = 'a02';

RESET search_path;

SET search_path TO public;

-- Running upgrade a02 -> a03

CREATE INDEX ix_things_name ON things (name);

UPDATE alembic_version SET version_num='a03' WHERE alembic_version.version_num = 'a02';

RESET search_path;

