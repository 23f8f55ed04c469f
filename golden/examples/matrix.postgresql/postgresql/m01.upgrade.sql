BEGIN;

CREATE TABLE alembic_version (
    version_num VARCHAR(32) NOT NULL, 
    CONSTRAINT alembic_version_pkc PRIMARY KEY (version_num)
);

-- Running upgrade  -> m01

CREATE EXTENSION IF NOT EXISTS citext;

CREATE EXTENSION IF NOT EXISTS hstore;

CREATE DOMAIN positive AS INTEGER CHECK (VALUE > 0);

CREATE TYPE plain_enum AS ENUM ('a', 'b''c');

CREATE TYPE level AS ENUM ('low', 'high');

CREATE TABLE every_type (
    id SERIAL NOT NULL, 
    c01 INTEGER, 
    c02 SMALLINT, 
    c03 BIGINT, 
    c04 NUMERIC, 
    c05 NUMERIC(10, 2), 
    c06 NUMERIC(10, 2), 
    c07 FLOAT, 
    c08 FLOAT(24), 
    c09 DOUBLE PRECISION, 
    c10 BOOLEAN, 
    c11 DATE, 
    c12 TIMESTAMP WITHOUT TIME ZONE, 
    c13 TIMESTAMP WITH TIME ZONE, 
    c14 TIME WITHOUT TIME ZONE, 
    c15 INTERVAL, 
    c16 VARCHAR(20), 
    c17 VARCHAR(20), 
    c18 TEXT, 
    c19 TEXT, 
    c20 BYTEA, 
    c21 JSON, 
    c22 UUID, 
    c23 CHAR(32), 
    c24 UUID, 
    c25 BYTEA, 
    c26 CHAR(3), 
    c27 VARCHAR(5), 
    c28 TEXT, 
    c29 INTEGER, 
    c30 SMALLINT, 
    c31 BIGINT, 
    c32 NUMERIC(8, 3), 
    c33 DECIMAL(8, 3), 
    c34 FLOAT, 
    c35 REAL, 
    c36 DOUBLE PRECISION, 
    c37 BOOLEAN, 
    c38 DATE, 
    c39 TIME WITHOUT TIME ZONE, 
    c40 TIMESTAMP WITHOUT TIME ZONE, 
    c41 VARCHAR(9), 
    c42 plain_enum, 
    c43 VARCHAR(9), 
    c44 VARCHAR(1), 
    c45 BOOLEAN, 
    c46 INTEGER[], 
    c47 VARCHAR(3)[][], 
    c48 TEXT[], 
    c49 UUID[], 
    c50 BIT(1), 
    c51 BIT(5), 
    c52 BIT VARYING(5), 
    c53 BYTEA, 
    c54 CIDR, 
    c55 INET, 
    c56 MACADDR, 
    c57 MACADDR8, 
    c58 MONEY, 
    c59 OID, 
    c60 REGCLASS, 
    c61 REGCONFIG, 
    c62 TSVECTOR, 
    c63 TSQUERY, 
    c64 JSON, 
    c65 JSONB, 
    c66 JSONPATH, 
    c67 UUID, 
    c68 UUID, 
    c69 INTERVAL, 
    c70 INTERVAL (3), 
    c71 INTERVAL DAY, 
    c72 INTERVAL DAY, 
    c73 TIMESTAMP WITHOUT TIME ZONE, 
    c74 TIMESTAMP(3) WITHOUT TIME ZONE, 
    c75 TIMESTAMP(6) WITH TIME ZONE, 
    c76 TIME WITHOUT TIME ZONE, 
    c77 TIME(2) WITHOUT TIME ZONE, 
    c78 TIME WITH TIME ZONE, 
    c79 TIME(0) WITH TIME ZONE, 
    c80 DOUBLE PRECISION, 
    c81 DOUBLE PRECISION, 
    c82 INT4RANGE, 
    c83 INT8RANGE, 
    c84 NUMRANGE, 
    c85 DATERANGE, 
    c86 TSRANGE, 
    c87 TSTZRANGE, 
    c88 INT4MULTIRANGE, 
    c89 INT8MULTIRANGE, 
    c90 NUMMULTIRANGE, 
    c91 DATEMULTIRANGE, 
    c92 TSMULTIRANGE, 
    c93 TSTZMULTIRANGE, 
    c94 CITEXT, 
    c95 HSTORE, 
    c96 level, 
    c97 positive, 
    c98 VARCHAR(8) COLLATE "C", 
    PRIMARY KEY (id), 
    CONSTRAINT ck_not_native CHECK (c44 IN ('x', 'y'))
);

INSERT INTO every_type (id, c05, c16, c10, c11, c12) VALUES (1, 1.5, 'it''s 100%', true, '2020-02-03', '2020-02-03 04:05:06.000700');

INSERT INTO every_type (id, c05, c16, c10, c11, c12) VALUES (2, NULL, 'a\b :x', false, NULL, NULL);

INSERT INTO alembic_version (version_num) VALUES ('m01') RETURNING alembic_version.version_num;

COMMIT;

