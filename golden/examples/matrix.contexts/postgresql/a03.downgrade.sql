BEGIN;

CREATE SCHEMA north;

COMMIT;

CREATE DATABASE south;

BEGIN;

COMMIT;

SET search_path TO north;

BEGIN;

-- Running downgrade a03 -> a02

DROP INDEX ix_things_name;

UPDATE alembic_version SET version_num='a02' WHERE alembic_version.version_num = 'a03';

COMMIT;

RESET search_path;

SET search_path TO public;

BEGIN;

-- Running downgrade a03 -> a02

DROP INDEX ix_things_name;

UPDATE alembic_version SET version_num='a02' WHERE alembic_version.version_num = 'a03';

COMMIT;

RESET search_path;

