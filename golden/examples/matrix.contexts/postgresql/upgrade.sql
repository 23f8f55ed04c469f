BEGIN;

CREATE SCHEMA north;

COMMIT;

CREATE DATABASE south;

BEGIN;

COMMIT;

SET search_path TO north;

BEGIN;

CREATE TABLE alembic_version (
    version_num VARCHAR(32) NOT NULL, 
    CONSTRAINT alembic_version_pkc PRIMARY KEY (version_num)
);

-- Running upgrade  -> a01

CREATE TABLE things (
    id SERIAL NOT NULL, 
    PRIMARY KEY (id)
);

INSERT INTO alembic_version (version_num) VALUES ('a01') RETURNING alembic_version.version_num;

-- Running upgrade a01 -> a02

ALTER TABLE things ADD COLUMN name VARCHAR(20);

COMMIT;

COMMENT ON TABLE things IS 'all of them';

BEGIN;

UPDATE alembic_version SET version_num='a02' WHERE alembic_version.version_num = 'a01';

-- Running upgrade a02 -> a03

CREATE INDEX ix_things_name ON things (name);

UPDATE alembic_version SET version_num='a03' WHERE alembic_version.version_num = 'a02';

COMMIT;

RESET search_path;

SET search_path TO public;

BEGIN;

CREATE TABLE alembic_version (
    version_num VARCHAR(32) NOT NULL, 
    CONSTRAINT alembic_version_pkc PRIMARY KEY (version_num)
);

-- Running upgrade  -> a01

CREATE TABLE things (
    id SERIAL NOT NULL, 
    PRIMARY KEY (id)
);

INSERT INTO alembic_version (version_num) VALUES ('a01') RETURNING alembic_version.version_num;

-- Running upgrade a01 -> a02

ALTER TABLE things ADD COLUMN name VARCHAR(20);

COMMIT;

COMMENT ON TABLE things IS 'all of them';

BEGIN;

UPDATE alembic_version SET version_num='a02' WHERE alembic_version.version_num = 'a01';

-- Running upgrade a02 -> a03

CREATE INDEX ix_things_name ON things (name);

UPDATE alembic_version SET version_num='a03' WHERE alembic_version.version_num = 'a02';

COMMIT;

RESET search_path;

