BEGIN;

CREATE SCHEMA north;

COMMIT;

CREATE DATABASE south;

BEGIN;

COMMIT;

SET search_path TO north;

BEGIN;

-- Running downgrade a01 -> 

DROP TABLE things;

DELETE FROM alembic_version WHERE alembic_version.version_num = 'a01';

COMMIT;

RESET search_path;

SET search_path TO public;

BEGIN;

-- Running downgrade a01 -> 

DROP TABLE things;

DELETE FROM alembic_version WHERE alembic_version.version_num = 'a01';

COMMIT;

RESET search_path;

