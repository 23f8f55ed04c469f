CREATE SCHEMA north;

CREATE DATABASE south;

SET search_path TO north;

CREATE TABLE alembic_version (
    version_num VARCHAR(32) NOT NULL, 
    CONSTRAINT alembic_version_pkc PRIMARY KEY (version_num)
);

-- Running upgrade  -> a01

CREATE TABLE things (
    id INTEGER NOT NULL AUTO_INCREMENT, 
    PRIMARY KEY (id)
);

INSERT INTO alembic_version (version_num) VALUES ('a01');

RESET search_path;

SET search_path TO public;

CREATE TABLE alembic_version (
    version_num VARCHAR(32) NOT NULL, 
    CONSTRAINT alembic_version_pkc PRIMARY KEY (version_num)
);

-- Running upgrade  -> a01

CREATE TABLE things (
    id INTEGER NOT NULL AUTO_INCREMENT, 
    PRIMARY KEY (id)
);

INSERT INTO alembic_version (version_num) VALUES ('a01');

RESET search_path;

