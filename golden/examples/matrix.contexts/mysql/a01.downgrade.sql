CREATE SCHEMA north;

CREATE DATABASE south;

SET search_path TO north;

-- Running downgrade a01 -> 

DROP TABLE things;

DELETE FROM alembic_version WHERE alembic_version.version_num = 'a01';

RESET search_path;

SET search_path TO public;

-- Running downgrade a01 -> 

DROP TABLE things;

DELETE FROM alembic_version WHERE alembic_version.version_num = 'a01';

RESET search_path;

