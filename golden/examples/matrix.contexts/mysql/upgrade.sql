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

-- Running upgrade a01 -> a02

ALTER TABLE things ADD COLUMN name VARCHAR(20);

COMMENT ON TABLE things IS 'all of them';

UPDATE alembic_version SET version_num='a02' WHERE alembic_version.version_num = 'a01';

-- Running upgrade a02 -> a03

CREATE INDEX ix_things_name ON things (name);

UPDATE alembic_version SET version_num='a03' WHERE alembic_version.version_num = 'a02';

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

-- Running upgrade a01 -> a02

ALTER TABLE things ADD COLUMN name VARCHAR(20);

COMMENT ON TABLE things IS 'all of them';

UPDATE alembic_version SET version_num='a02' WHERE alembic_version.version_num = 'a01';

-- Running upgrade a02 -> a03

CREATE INDEX ix_things_name ON things (name);

UPDATE alembic_version SET version_num='a03' WHERE alembic_version.version_num = 'a02';

RESET search_path;

