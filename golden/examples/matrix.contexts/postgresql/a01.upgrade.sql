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

COMMIT;

RESET search_path;

