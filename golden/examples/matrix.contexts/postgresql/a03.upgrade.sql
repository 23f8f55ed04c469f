BEGIN;

CREATE SCHEMA north;

COMMIT;

CREATE DATABASE south;

BEGIN;

COMMIT;

SET search_path TO north;

BEGIN;

-- Running upgrade a02 -> a03

CREATE INDEX ix_things_name ON things (name);

UPDATE alembic_version SET version_num='a03' WHERE alembic_version.version_num = 'a02';

COMMIT;

RESET search_path;

SET search_path TO public;

BEGIN;

-- Running upgrade a02 -> a03

CREATE INDEX ix_things_name ON things (name);

UPDATE alembic_version SET version_num='a03' WHERE alembic_version.version_num = 'a02';

COMMIT;

RESET search_path;

