CREATE SCHEMA north;

CREATE DATABASE south;

SET search_path TO north;

-- Running downgrade a03 -> a02

DROP INDEX ix_things_name ON things;

UPDATE alembic_version SET version_num='a02' WHERE alembic_version.version_num = 'a03';

RESET search_path;

SET search_path TO public;

-- Running downgrade a03 -> a02

DROP INDEX ix_things_name ON things;

UPDATE alembic_version SET version_num='a02' WHERE alembic_version.version_num = 'a03';

RESET search_path;

