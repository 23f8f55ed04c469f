CREATE TABLE alembic_version (
    version_num VARCHAR(32) NOT NULL, 
    CONSTRAINT alembic_version_pkc PRIMARY KEY (version_num)
);

-- Running upgrade  -> m01

CREATE TABLE every_type (
    id INTEGER NOT NULL, 
    c01 INTEGER, 
    c02 SMALLINT, 
    c03 BIGINT, 
    c04 NUMERIC, 
    c05 NUMERIC(10, 2), 
    c06 NUMERIC(10, 2), 
    c07 FLOAT, 
    c08 FLOAT, 
    c09 DOUBLE, 
    c10 BOOLEAN, 
    c11 DATE, 
    c12 DATETIME, 
    c13 DATETIME, 
    c14 TIME, 
    c15 DATETIME, 
    c16 VARCHAR(20), 
    c17 VARCHAR(20), 
    c18 TEXT, 
    c19 TEXT, 
    c20 BLOB, 
    c21 JSON, 
    c22 CHAR(32), 
    c23 CHAR(32), 
    c24 UUID, 
    c25 BLOB, 
    c26 CHAR(3), 
    c27 VARCHAR(5), 
    c28 NCHAR(3), 
    c29 NVARCHAR(5), 
    c30 TEXT, 
    c31 INTEGER, 
    c32 SMALLINT, 
    c33 BIGINT, 
    c34 NUMERIC(8, 3), 
    c35 DECIMAL(8, 3), 
    c36 FLOAT, 
    c37 REAL, 
    c38 DOUBLE, 
    c39 DOUBLE PRECISION, 
    c40 BOOLEAN, 
    c41 DATE, 
    c42 TIME, 
    c43 TIMESTAMP, 
    c44 VARCHAR(9), 
    c45 VARCHAR(3), 
    c46 VARCHAR(9), 
    c47 VARCHAR(1), 
    c48 BOOLEAN, 
    c49 VARCHAR, 
    c50 VARCHAR(8) COLLATE "NOCASE", 
    c51 BLOB, 
    c52 BOOLEAN, 
    c53 CHAR(3), 
    c54 DATE, 
    c55 DATETIME, 
    c56 DATETIME, 
    c57 DECIMAL(8, 2), 
    c58 FLOAT, 
    c59 INTEGER, 
    c60 JSON, 
    c61 NUMERIC(8, 2), 
    c62 REAL, 
    c63 SMALLINT, 
    c64 TEXT, 
    c65 TIME, 
    c66 TIMESTAMP, 
    c67 VARCHAR(9), 
    PRIMARY KEY (id), 
    CONSTRAINT ck_not_native CHECK (c47 IN ('x', 'y')), 
    CONSTRAINT ck_truth CHECK (c48 IN (0, 1))
);

INSERT INTO every_type (id, c05, c16, c10, c11, c12, c14) VALUES (1, 1.5, 'it''s 100%', 1, '2020-02-03', '2020-02-03 04:05:06.000700', '07:08:09.000000');

INSERT INTO every_type (id, c05, c16, c10, c11, c12, c14) VALUES (2, NULL, 'a\b :x', 0, NULL, NULL, NULL);

CREATE TABLE _alembic_tmp_every_type (
    id INTEGER NOT NULL, 
    c01 INTEGER DEFAULT '5', 
    c02 SMALLINT, 
    c03 BIGINT, 
    c04 NUMERIC, 
    c05 NUMERIC(10, 2), 
    c06 NUMERIC(10, 2), 
    c07 FLOAT, 
    c08 FLOAT, 
    c09 DOUBLE, 
    c10 BOOLEAN, 
    c11 DATE, 
    c12 DATETIME, 
    c13 DATETIME, 
    c14 TIME, 
    c15 DATETIME, 
    c16 VARCHAR(20), 
    c17 VARCHAR(20), 
    c18 TEXT, 
    c19 TEXT, 
    c20 BLOB, 
    c21 JSON, 
    c22 CHAR(32), 
    c23 CHAR(32), 
    c24 NUMERIC, 
    c25 BLOB, 
    c26 CHAR(3), 
    c27 VARCHAR(5), 
    c28 NCHAR(3), 
    c29 NVARCHAR(5), 
    c30 TEXT, 
    c31 INTEGER, 
    c32 SMALLINT, 
    c33 BIGINT, 
    c34 NUMERIC(8, 3), 
    c35 DECIMAL(8, 3), 
    c36 FLOAT, 
    c37 REAL, 
    c38 DOUBLE, 
    c39 REAL, 
    c40 BOOLEAN, 
    c41 DATE, 
    c42 TIME, 
    c43 TIMESTAMP, 
    c44 VARCHAR(9), 
    c45 VARCHAR(3), 
    c46 VARCHAR(9), 
    c47 VARCHAR(1), 
    c48 BOOLEAN, 
    c49 VARCHAR, 
    c50 VARCHAR(8) COLLATE "NOCASE", 
    c51 BLOB, 
    c52 BOOLEAN, 
    c53 CHAR(3), 
    c54 DATE, 
    c55 DATETIME, 
    c56 DATETIME, 
    c57 DECIMAL(8, 2), 
    c58 FLOAT, 
    c59 INTEGER, 
    c60 JSON, 
    c61 NUMERIC(8, 2), 
    c62 REAL, 
    c63 SMALLINT, 
    c64 TEXT, 
    c65 TIME, 
    c66 TIMESTAMP, 
    c67 VARCHAR(9), 
    PRIMARY KEY (id), 
    CONSTRAINT ck_not_native CHECK (c47 IN ('x', 'y')), 
    CONSTRAINT ck_truth CHECK (c48 IN (0, 1))
);

INSERT INTO _alembic_tmp_every_type (id, c01, c02, c03, c04, c05, c06, c07, c08, c09, c10, c11, c12, c13, c14, c15, c16, c17, c18, c19, c20, c21, c22, c23, c24, c25, c26, c27, c28, c29, c30, c31, c32, c33, c34, c35, c36, c37, c38, c39, c40, c41, c42, c43, c44, c45, c46, c47, c48, c49, c50, c51, c52, c53, c54, c55, c56, c57, c58, c59, c60, c61, c62, c63, c64, c65, c66, c67) SELECT every_type.id, every_type.c01, every_type.c02, every_type.c03, every_type.c04, every_type.c05, every_type.c06, every_type.c07, every_type.c08, every_type.c09, every_type.c10, every_type.c11, every_type.c12, every_type.c13, every_type.c14, every_type.c15, every_type.c16, every_type.c17, every_type.c18, every_type.c19, every_type.c20, every_type.c21, every_type.c22, every_type.c23, every_type.c24, every_type.c25, every_type.c26, every_type.c27, every_type.c28, every_type.c29, every_type.c30, every_type.c31, every_type.c32, every_type.c33, every_type.c34, every_type.c35, every_type.c36, every_type.c37, every_type.c38, every_type.c39, every_type.c40, every_type.c41, every_type.c42, every_type.c43, every_type.c44, every_type.c45, every_type.c46, every_type.c47, every_type.c48, every_type.c49, every_type.c50, every_type.c51, every_type.c52, every_type.c53, every_type.c54, every_type.c55, every_type.c56, every_type.c57, every_type.c58, every_type.c59, every_type.c60, every_type.c61, every_type.c62, every_type.c63, every_type.c64, every_type.c65, every_type.c66, every_type.c67 
FROM every_type;

DROP TABLE every_type;

ALTER TABLE _alembic_tmp_every_type RENAME TO every_type;

INSERT INTO alembic_version (version_num) VALUES ('m01') RETURNING version_num;

-- Running upgrade m01 -> m02

CREATE TABLE parents (
    id INTEGER NOT NULL PRIMARY KEY AUTOINCREMENT, 
    small SMALLINT NOT NULL ON CONFLICT FAIL, 
    code VARCHAR(10) NOT NULL, 
    name VARCHAR(30) DEFAULT 'it''s', 
    made DATETIME DEFAULT CURRENT_TIMESTAMP NOT NULL, 
    cents INTEGER DEFAULT 0, 
    euros NUMERIC(10, 2) GENERATED ALWAYS AS (cents / 100.0) STORED, 
    half INTEGER GENERATED ALWAYS AS (cents / 2), 
    CONSTRAINT uq_parents UNIQUE (small, name) ON CONFLICT ROLLBACK, 
    CONSTRAINT ck_small CHECK (small > 0 AND name <> '%'), 
    UNIQUE (code) ON CONFLICT IGNORE
);

CREATE INDEX ix_parents_name ON parents (name);

CREATE TABLE "Children" (
    id INTEGER NOT NULL, 
    parent_id INTEGER, 
    code VARCHAR(10), 
    "order" INTEGER DEFAULT 7, 
    PRIMARY KEY (id) ON CONFLICT REPLACE, 
    CONSTRAINT fk_code FOREIGN KEY(code) REFERENCES parents (code) DEFERRABLE INITIALLY DEFERRED, 
    FOREIGN KEY("order") REFERENCES "Children" (id) MATCH FULL, 
    CONSTRAINT fk_parent FOREIGN KEY(parent_id) REFERENCES parents (id) ON DELETE CASCADE ON UPDATE SET NULL
);

CREATE TABLE keyed (
    a INTEGER NOT NULL, 
    b VARCHAR(3) NOT NULL, 
    CONSTRAINT pk_keyed PRIMARY KEY (b, a)
)
 WITHOUT ROWID;

CREATE TABLE strict (
    id INTEGER NOT NULL, 
    t TEXT, 
    PRIMARY KEY (id)
)
 STRICT;

CREATE TEMPORARY TABLE passing (
    id INTEGER NOT NULL, 
    PRIMARY KEY (id)
);

DROP TABLE passing;

CREATE TABLE IF NOT EXISTS twice (
    id INTEGER NOT NULL, 
    PRIMARY KEY (id)
);

CREATE TABLE IF NOT EXISTS twice (
    id INTEGER NOT NULL, 
    PRIMARY KEY (id)
);

UPDATE alembic_version SET version_num='m02' WHERE alembic_version.version_num = 'm01';

-- Running upgrade m02 -> m03

CREATE TABLE things (
    id INTEGER NOT NULL, 
    a VARCHAR(20), 
    b INTEGER, 
    "Odd name" TEXT, 
    PRIMARY KEY (id)
);

CREATE INDEX ix_plain ON things (a, b);

CREATE UNIQUE INDEX ix_unique ON things (a);

CREATE INDEX ix_where ON things (b) WHERE a IS NOT NULL;

CREATE INDEX ix_where_column ON things (b) WHERE b > 3;

CREATE INDEX ix_lower ON things (lower(a), b DESC);

CREATE INDEX ix_function ON things (upper(a));

CREATE INDEX ix_desc ON things (b DESC);

CREATE INDEX IF NOT EXISTS ix_odd ON things ("Odd name");

UPDATE alembic_version SET version_num='m03' WHERE alembic_version.version_num = 'm02';

-- Running upgrade m03 -> m04

CREATE TABLE changing (
    id INTEGER NOT NULL, 
    a VARCHAR(20), 
    b INTEGER, 
    c INTEGER DEFAULT '4', 
    d INTEGER NOT NULL, 
    e TEXT, 
    PRIMARY KEY (id)
);

CREATE TABLE _alembic_tmp_changing (
    id INTEGER NOT NULL, 
    first INTEGER DEFAULT (1 + 1), 
    a INTEGER, 
    b INTEGER DEFAULT '3' NOT NULL, 
    c INTEGER, 
    "Renamed d" BIGINT, 
    e TEXT, 
    g INTEGER, 
    PRIMARY KEY (id), 
    CONSTRAINT ck_id CHECK (id > 0), 
    CONSTRAINT fk_g FOREIGN KEY(g) REFERENCES changing (id), 
    CONSTRAINT uq_ac UNIQUE (a, c)
);

INSERT INTO _alembic_tmp_changing (id, a, b, c, "Renamed d", e) SELECT changing.id, CAST(changing.a AS INTEGER) AS a, changing.b, changing.c, changing.d, changing.e 
FROM changing;

DROP TABLE changing;

ALTER TABLE _alembic_tmp_changing RENAME TO changing;

CREATE INDEX ix_e ON changing (e);

ALTER TABLE changing ADD COLUMN f BOOLEAN DEFAULT 1 NOT NULL;

ALTER TABLE changing ADD COLUMN h INTEGER GENERATED ALWAYS AS (id * 2);

ALTER TABLE changing DROP COLUMN h;

ALTER TABLE changing RENAME COLUMN f TO flag;

CREATE TABLE _alembic_tmp_changing (
    id INTEGER NOT NULL, 
    first INTEGER DEFAULT (1 + 1), 
    b INTEGER DEFAULT '3' NOT NULL, 
    "Renamed d" BIGINT, 
    e TEXT, 
    g INTEGER, 
    flag BOOLEAN DEFAULT 1 NOT NULL, 
    a INTEGER, 
    PRIMARY KEY (id), 
    CONSTRAINT ck_id CHECK (id > 0), 
    CONSTRAINT fk_g FOREIGN KEY(g) REFERENCES changing (id)
);

INSERT INTO _alembic_tmp_changing (id, first, b, "Renamed d", e, g, flag, a) SELECT changing.id, changing.first, changing.b, changing."Renamed d", changing.e, changing.g, changing.flag, changing.a 
FROM changing;

DROP TABLE changing;

ALTER TABLE _alembic_tmp_changing RENAME TO changing;

CREATE INDEX ix_e ON changing (e);

ALTER TABLE changing RENAME TO "Changed";

UPDATE alembic_version SET version_num='m04' WHERE alembic_version.version_num = 'm03';

