--- case: comments
CREATE TABLE alembic_version (
    version_num VARCHAR2(32 CHAR) NOT NULL, 
    CONSTRAINT alembic_version_pkc PRIMARY KEY (version_num)
)

/

-- Running upgrade  -> a1

COMMENT ON TABLE "Sc".t IS 'x%'

/

COMMENT ON COLUMN "Sc".t.a IS 'c''c'

/

COMMENT ON COLUMN t.a IS NULL

/

COMMENT ON TABLE "Sc".t IS ''

/

INSERT INTO alembic_version (version_num) VALUES ('a1') RETURNING alembic_version.version_num INTO :ret_0

/

--- case: constraints
CREATE TABLE alembic_version (
    version_num VARCHAR2(32 CHAR) NOT NULL, 
    CONSTRAINT alembic_version_pkc PRIMARY KEY (version_num)
)

/

-- Running upgrade  -> a1

ALTER TABLE t ADD CONSTRAINT pk PRIMARY KEY (a, b)

/

ALTER TABLE t ADD CONSTRAINT ck CHECK (a > b)

/

ALTER TABLE t ADD CHECK (a > 5)

/

ALTER TABLE t ADD CONSTRAINT uq UNIQUE (a) DEFERRABLE

/

INSERT INTO alembic_version (version_num) VALUES ('a1') RETURNING alembic_version.version_num INTO :ret_0

/

--- case: views
CREATE TABLE alembic_version (
    version_num VARCHAR2(32 CHAR) NOT NULL, 
    CONSTRAINT alembic_version_pkc PRIMARY KEY (version_num)
)

/

-- Running upgrade  -> a1

CREATE OR REPLACE VIEW "S"."My V" AS SELECT t.a, t."B" AS x 
FROM t 
WHERE t."B" = 'it''s'

/

SELECT "S"."My V".x 
FROM "S"."My V"

/

CREATE TEMPORARY VIEW v AS SELECT t.a, t."B" 
FROM t

/

CREATE VIEW v AS SELECT t.a, t."B" 
FROM t

/

CREATE MATERIALIZED VIEW m AS SELECT t.a 
FROM t UNION SELECT t."B" 
FROM t

/

DROP VIEW IF EXISTS "S"."My V"

/

DROP MATERIALIZED VIEW m

/

INSERT INTO alembic_version (version_num) VALUES ('a1') RETURNING alembic_version.version_num INTO :ret_0

/

--- case: tables_of_queries
CREATE TABLE alembic_version (
    version_num VARCHAR2(32 CHAR) NOT NULL, 
    CONSTRAINT alembic_version_pkc PRIMARY KEY (version_num)
)

/

-- Running upgrade  -> a1

CREATE TABLE IF NOT EXISTS s."New t" AS SELECT t.a 
FROM t 
WHERE t.a > 5

/

CREATE TEMPORARY TABLE nt AS SELECT t.a 
FROM t

/

INSERT INTO alembic_version (version_num) VALUES ('a1') RETURNING alembic_version.version_num INTO :ret_0

/

--- case: objects_of_operations
CREATE TABLE alembic_version (
    version_num VARCHAR2(32 CHAR) NOT NULL, 
    CONSTRAINT alembic_version_pkc PRIMARY KEY (version_num)
)

/

-- Running upgrade  -> a1

CREATE TABLE s.t (
    a INTEGER, 
    UNIQUE (a)
)

/

ALTER TABLE t ADD c INTEGER

/

ALTER TABLE t MODIFY c NUMBER(19)

/

ALTER TABLE s.t DROP COLUMN c

/

CREATE UNIQUE INDEX ix ON t (a, lower(b))

/

DROP INDEX IF EXISTS ix

/

SELECT 1

/

-- a text as it is

DROP INDEX ix

/

INSERT INTO alembic_version (version_num) VALUES ('a1') RETURNING alembic_version.version_num INTO :ret_0

/

--- case: conditions_that_are_constants
CREATE TABLE alembic_version (
    version_num VARCHAR2(32 CHAR) NOT NULL, 
    CONSTRAINT alembic_version_pkc PRIMARY KEY (version_num)
)

/

-- Running upgrade  -> a1

ALTER TABLE t ADD CONSTRAINT yes CHECK (1)

/

ALTER TABLE t ADD CONSTRAINT unknown CHECK (NULL)

/

INSERT INTO alembic_version (version_num) VALUES ('a1') RETURNING alembic_version.version_num INTO :ret_0

/

--- case: number_counts
CREATE TABLE alembic_version (
    version_num VARCHAR2(32 CHAR) NOT NULL, 
    CONSTRAINT alembic_version_pkc PRIMARY KEY (version_num)
)

/

-- Running upgrade  -> a1

CREATE TABLE t (
    a NUMBER(10) NOT NULL, 
    b INTEGER, 
    PRIMARY KEY (a)
)

/

INSERT INTO alembic_version (version_num) VALUES ('a1') RETURNING alembic_version.version_num INTO :ret_0

/

