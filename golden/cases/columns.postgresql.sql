--- case: sqlalchemy::column::sa_Column__id___sa_Integer____primary_key_True_0
BEGIN;

CREATE TABLE alembic_version (
    version_num VARCHAR(32) NOT NULL, 
    CONSTRAINT alembic_version_pkc PRIMARY KEY (version_num)
);

-- Running upgrade  -> a1

CREATE TABLE some_table (
    id SERIAL NOT NULL, 
    x INTEGER, 
    PRIMARY KEY (id)
);

INSERT INTO alembic_version (version_num) VALUES ('a1') RETURNING alembic_version.version_num;

COMMIT;

--- case: sqlalchemy::add_column::sa_Column__id___sa_SmallInteger____primary_key_True_2
BEGIN;

CREATE TABLE alembic_version (
    version_num VARCHAR(32) NOT NULL, 
    CONSTRAINT alembic_version_pkc PRIMARY KEY (version_num)
);

-- Running upgrade  -> a1

ALTER TABLE some_table ADD COLUMN id SMALLSERIAL NOT NULL;

INSERT INTO alembic_version (version_num) VALUES ('a1') RETURNING alembic_version.version_num;

COMMIT;

--- case: sqlalchemy::column::sa_Column__id___sa_Integer____autoincrement_True__nullable_False_5
BEGIN;

CREATE TABLE alembic_version (
    version_num VARCHAR(32) NOT NULL, 
    CONSTRAINT alembic_version_pkc PRIMARY KEY (version_num)
);

-- Running upgrade  -> a1

CREATE TABLE some_table (
    id INTEGER NOT NULL, 
    x INTEGER
);

INSERT INTO alembic_version (version_num) VALUES ('a1') RETURNING alembic_version.version_num;

COMMIT;

--- case: sqlalchemy::column::sa_Column__id___sa_Integer____sa_ForeignKey__other_id____primary_key_T_7
BEGIN;

CREATE TABLE alembic_version (
    version_num VARCHAR(32) NOT NULL, 
    CONSTRAINT alembic_version_pkc PRIMARY KEY (version_num)
);

-- Running upgrade  -> a1

CREATE TABLE some_table (
    id INTEGER NOT NULL, 
    x INTEGER, 
    PRIMARY KEY (id), 
    FOREIGN KEY(id) REFERENCES other (id)
);

INSERT INTO alembic_version (version_num) VALUES ('a1') RETURNING alembic_version.version_num;

COMMIT;

--- case: sqlalchemy::add_column::sa_Column__id___sa_Integer____sa_ForeignKey__other_id____primary_key_T_7
BEGIN;

CREATE TABLE alembic_version (
    version_num VARCHAR(32) NOT NULL, 
    CONSTRAINT alembic_version_pkc PRIMARY KEY (version_num)
);

-- Running upgrade  -> a1

ALTER TABLE some_table ADD COLUMN id INTEGER NOT NULL;

ALTER TABLE some_table ADD FOREIGN KEY(id) REFERENCES other (id);

INSERT INTO alembic_version (version_num) VALUES ('a1') RETURNING alembic_version.version_num;

COMMIT;

--- case: sqlalchemy::add_column::sa_Column__id___sa_Integer____sa_Sequence__some_id_seq____primary_key_8
BEGIN;

CREATE TABLE alembic_version (
    version_num VARCHAR(32) NOT NULL, 
    CONSTRAINT alembic_version_pkc PRIMARY KEY (version_num)
);

-- Running upgrade  -> a1

ALTER TABLE some_table ADD COLUMN id INTEGER NOT NULL;

INSERT INTO alembic_version (version_num) VALUES ('a1') RETURNING alembic_version.version_num;

COMMIT;

--- case: sqlalchemy::column::sa_Column__id___sa_Integer____server_default__1___primary_key_True_13
BEGIN;

CREATE TABLE alembic_version (
    version_num VARCHAR(32) NOT NULL, 
    CONSTRAINT alembic_version_pkc PRIMARY KEY (version_num)
);

-- Running upgrade  -> a1

CREATE TABLE some_table (
    id INTEGER DEFAULT '1' NOT NULL, 
    x INTEGER, 
    PRIMARY KEY (id)
);

INSERT INTO alembic_version (version_num) VALUES ('a1') RETURNING alembic_version.version_num;

COMMIT;

--- case: sqlalchemy::add_column::sa_Column__id___sa_Integer____server_default__1___primary_key_True_13
BEGIN;

CREATE TABLE alembic_version (
    version_num VARCHAR(32) NOT NULL, 
    CONSTRAINT alembic_version_pkc PRIMARY KEY (version_num)
);

-- Running upgrade  -> a1

ALTER TABLE some_table ADD COLUMN id INTEGER DEFAULT '1' NOT NULL;

INSERT INTO alembic_version (version_num) VALUES ('a1') RETURNING alembic_version.version_num;

COMMIT;

--- case: sqlalchemy::column::sa_Column__id___sa_Integer____default_7__onupdate_8__primary_key_True_14
BEGIN;

CREATE TABLE alembic_version (
    version_num VARCHAR(32) NOT NULL, 
    CONSTRAINT alembic_version_pkc PRIMARY KEY (version_num)
);

-- Running upgrade  -> a1

CREATE TABLE some_table (
    id INTEGER NOT NULL, 
    x INTEGER, 
    PRIMARY KEY (id)
);

INSERT INTO alembic_version (version_num) VALUES ('a1') RETURNING alembic_version.version_num;

COMMIT;

--- case: sqlalchemy::add_column::sa_Column__id___sa_Integer____primary_key_True__nullable_True_15
BEGIN;

CREATE TABLE alembic_version (
    version_num VARCHAR(32) NOT NULL, 
    CONSTRAINT alembic_version_pkc PRIMARY KEY (version_num)
);

-- Running upgrade  -> a1

ALTER TABLE some_table ADD COLUMN id SERIAL;

INSERT INTO alembic_version (version_num) VALUES ('a1') RETURNING alembic_version.version_num;

COMMIT;

--- case: sqlalchemy::column::sa_Column__id___sa_Integer____unique_True_16
BEGIN;

CREATE TABLE alembic_version (
    version_num VARCHAR(32) NOT NULL, 
    CONSTRAINT alembic_version_pkc PRIMARY KEY (version_num)
);

-- Running upgrade  -> a1

CREATE TABLE some_table (
    id INTEGER, 
    x INTEGER, 
    UNIQUE (id)
);

INSERT INTO alembic_version (version_num) VALUES ('a1') RETURNING alembic_version.version_num;

COMMIT;

--- case: sqlalchemy::add_column::sa_Column__id___sa_Integer____index_True_17
BEGIN;

CREATE TABLE alembic_version (
    version_num VARCHAR(32) NOT NULL, 
    CONSTRAINT alembic_version_pkc PRIMARY KEY (version_num)
);

-- Running upgrade  -> a1

ALTER TABLE some_table ADD COLUMN id INTEGER;

CREATE INDEX ix_some_table_id ON some_table (id);

INSERT INTO alembic_version (version_num) VALUES ('a1') RETURNING alembic_version.version_num;

COMMIT;

--- case: sqlalchemy::column::sa_Column__id___sa_Integer____unique_True__index_True_18
BEGIN;

CREATE TABLE alembic_version (
    version_num VARCHAR(32) NOT NULL, 
    CONSTRAINT alembic_version_pkc PRIMARY KEY (version_num)
);

-- Running upgrade  -> a1

CREATE TABLE some_table (
    id INTEGER, 
    x INTEGER
);

CREATE UNIQUE INDEX ix_some_table_id ON some_table (id);

INSERT INTO alembic_version (version_num) VALUES ('a1') RETURNING alembic_version.version_num;

COMMIT;

--- case: sqlalchemy::add_column::sa_Column__id___sa_Integer____key__other_key___quote_True_19
BEGIN;

CREATE TABLE alembic_version (
    version_num VARCHAR(32) NOT NULL, 
    CONSTRAINT alembic_version_pkc PRIMARY KEY (version_num)
);

-- Running upgrade  -> a1

ALTER TABLE some_table ADD COLUMN "id" INTEGER;

INSERT INTO alembic_version (version_num) VALUES ('a1') RETURNING alembic_version.version_num;

COMMIT;

--- case: sqlalchemy::column::sa_Column__id___sa_Integer____quote_False__system_False_20
BEGIN;

CREATE TABLE alembic_version (
    version_num VARCHAR(32) NOT NULL, 
    CONSTRAINT alembic_version_pkc PRIMARY KEY (version_num)
);

-- Running upgrade  -> a1

CREATE TABLE some_table (
    id INTEGER, 
    x INTEGER
);

INSERT INTO alembic_version (version_num) VALUES ('a1') RETURNING alembic_version.version_num;

COMMIT;

--- case: sqlalchemy::add_column::sa_Column__id___sa_Integer____info___a___1___doc__documented___comment_21
BEGIN;

CREATE TABLE alembic_version (
    version_num VARCHAR(32) NOT NULL, 
    CONSTRAINT alembic_version_pkc PRIMARY KEY (version_num)
);

-- Running upgrade  -> a1

ALTER TABLE some_table ADD COLUMN id INTEGER;

COMMENT ON COLUMN some_table.id IS 'a comment';

INSERT INTO alembic_version (version_num) VALUES ('a1') RETURNING alembic_version.version_num;

COMMIT;

--- case: sqlalchemy::column::sa_Column__id___sa_Integer__sa_CheckConstraint__id___0___name__ck_pos_24
BEGIN;

CREATE TABLE alembic_version (
    version_num VARCHAR(32) NOT NULL, 
    CONSTRAINT alembic_version_pkc PRIMARY KEY (version_num)
);

-- Running upgrade  -> a1

CREATE TABLE some_table (
    id INTEGER NOT NULL CONSTRAINT ck_pos CHECK (id > 0), 
    x INTEGER
);

INSERT INTO alembic_version (version_num) VALUES ('a1') RETURNING alembic_version.version_num;

COMMIT;

--- case: sqlalchemy::add_column::sa_Column__id___sa_Integer__sa_CheckConstraint__id___0___name__ck_pos_24
BEGIN;

CREATE TABLE alembic_version (
    version_num VARCHAR(32) NOT NULL, 
    CONSTRAINT alembic_version_pkc PRIMARY KEY (version_num)
);

-- Running upgrade  -> a1

ALTER TABLE some_table ADD COLUMN id INTEGER NOT NULL CONSTRAINT ck_pos CHECK (id > 0);

INSERT INTO alembic_version (version_num) VALUES ('a1') RETURNING alembic_version.version_num;

COMMIT;

--- case: sqlalchemy::column::sa_Column__xmin___sa_Integer____system_True_25
BEGIN;

CREATE TABLE alembic_version (
    version_num VARCHAR(32) NOT NULL, 
    CONSTRAINT alembic_version_pkc PRIMARY KEY (version_num)
);

-- Running upgrade  -> a1

CREATE TABLE some_table (
    x INTEGER
);

INSERT INTO alembic_version (version_num) VALUES ('a1') RETURNING alembic_version.version_num;

COMMIT;

--- case: sqlalchemy::add_column::sa_Column__xmin___sa_Integer____system_True_25
BEGIN;

CREATE TABLE alembic_version (
    version_num VARCHAR(32) NOT NULL, 
    CONSTRAINT alembic_version_pkc PRIMARY KEY (version_num)
);

-- Running upgrade  -> a1

ALTER TABLE some_table ADD COLUMN xmin INTEGER;

INSERT INTO alembic_version (version_num) VALUES ('a1') RETURNING alembic_version.version_num;

COMMIT;

--- case: sqlalchemy::column::sa_Column__id___sa_Integer____server_onupdate_sa_FetchedValue____serve_26
BEGIN;

CREATE TABLE alembic_version (
    version_num VARCHAR(32) NOT NULL, 
    CONSTRAINT alembic_version_pkc PRIMARY KEY (version_num)
);

-- Running upgrade  -> a1

CREATE TABLE some_table (
    id INTEGER DEFAULT 1, 
    x INTEGER
);

INSERT INTO alembic_version (version_num) VALUES ('a1') RETURNING alembic_version.version_num;

COMMIT;

--- case: sqlalchemy::add_column::sa_Column__id___sa_Integer____server_onupdate_sa_FetchedValue____serve_26
BEGIN;

CREATE TABLE alembic_version (
    version_num VARCHAR(32) NOT NULL, 
    CONSTRAINT alembic_version_pkc PRIMARY KEY (version_num)
);

-- Running upgrade  -> a1

ALTER TABLE some_table ADD COLUMN id INTEGER DEFAULT 1;

INSERT INTO alembic_version (version_num) VALUES ('a1') RETURNING alembic_version.version_num;

COMMIT;

--- case: sqlalchemy::sequence::sa_Sequence__s1
BEGIN;

CREATE TABLE alembic_version (
    version_num VARCHAR(32) NOT NULL, 
    CONSTRAINT alembic_version_pkc PRIMARY KEY (version_num)
);

-- Running upgrade  -> a1

CREATE SEQUENCE s1;

DROP SEQUENCE s1;

INSERT INTO alembic_version (version_num) VALUES ('a1') RETURNING alembic_version.version_num;

COMMIT;

--- case: sqlalchemy::sequence::sa_Sequence__s1___schema__sch
BEGIN;

CREATE TABLE alembic_version (
    version_num VARCHAR(32) NOT NULL, 
    CONSTRAINT alembic_version_pkc PRIMARY KEY (version_num)
);

-- Running upgrade  -> a1

CREATE SEQUENCE sch.s1;

DROP SEQUENCE sch.s1;

INSERT INTO alembic_version (version_num) VALUES ('a1') RETURNING alembic_version.version_num;

COMMIT;

--- case: sqlalchemy::sequence::blank_schema
BEGIN;

CREATE TABLE alembic_version (
    version_num VARCHAR(32) NOT NULL, 
    CONSTRAINT alembic_version_pkc PRIMARY KEY (version_num)
);

-- Running upgrade  -> a1

CREATE SEQUENCE "".s1;

DROP SEQUENCE "".s1;

INSERT INTO alembic_version (version_num) VALUES ('a1') RETURNING alembic_version.version_num;

COMMIT;

--- case: sqlalchemy::sequence::sa_Sequence__s1___data_type_sa_BigInteger
BEGIN;

CREATE TABLE alembic_version (
    version_num VARCHAR(32) NOT NULL, 
    CONSTRAINT alembic_version_pkc PRIMARY KEY (version_num)
);

-- Running upgrade  -> a1

CREATE SEQUENCE s1 AS BIGINT;

DROP SEQUENCE s1;

INSERT INTO alembic_version (version_num) VALUES ('a1') RETURNING alembic_version.version_num;

COMMIT;

--- case: sqlalchemy::sequence::sa_Sequence__s1___cycle_False
BEGIN;

CREATE TABLE alembic_version (
    version_num VARCHAR(32) NOT NULL, 
    CONSTRAINT alembic_version_pkc PRIMARY KEY (version_num)
);

-- Running upgrade  -> a1

CREATE SEQUENCE s1 NO CYCLE;

DROP SEQUENCE s1;

INSERT INTO alembic_version (version_num) VALUES ('a1') RETURNING alembic_version.version_num;

COMMIT;

