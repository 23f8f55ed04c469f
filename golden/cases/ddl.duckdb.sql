--- case: comments
CREATE TABLE alembic_version (
    version_num VARCHAR(32) NOT NULL, 
    CONSTRAINT alembic_version_pkc PRIMARY KEY (version_num)
);

-- Running upgrade  -> a1

COMMENT ON TABLE "Sc".t IS 'x%';

COMMENT ON COLUMN "Sc".t.a IS 'c''c';

COMMENT ON COLUMN t.a IS NULL;

COMMENT ON TABLE "Sc".t IS NULL;

INSERT INTO alembic_version (version_num) VALUES ('a1') RETURNING alembic_version.version_num;

--- case: constraint_comments
CREATE TABLE alembic_version (
    version_num VARCHAR(32) NOT NULL, 
    CONSTRAINT alembic_version_pkc PRIMARY KEY (version_num)
);

-- Running upgrade  -> a1

COMMENT ON CONSTRAINT ck ON t IS 'nice';

COMMENT ON CONSTRAINT "Uq x" ON t IS NULL;

INSERT INTO alembic_version (version_num) VALUES ('a1') RETURNING alembic_version.version_num;

--- case: constraints
CREATE TABLE alembic_version (
    version_num VARCHAR(32) NOT NULL, 
    CONSTRAINT alembic_version_pkc PRIMARY KEY (version_num)
);

-- Running upgrade  -> a1

ALTER TABLE t ADD CONSTRAINT pk PRIMARY KEY (a, b);

ALTER TABLE t ADD CONSTRAINT ck CHECK (a > b);

ALTER TABLE t ADD CHECK (a > 5);

ALTER TABLE t ADD CONSTRAINT uq UNIQUE (a) DEFERRABLE;

INSERT INTO alembic_version (version_num) VALUES ('a1') RETURNING alembic_version.version_num;

--- case: views
CREATE TABLE alembic_version (
    version_num VARCHAR(32) NOT NULL, 
    CONSTRAINT alembic_version_pkc PRIMARY KEY (version_num)
);

-- Running upgrade  -> a1

CREATE OR REPLACE VIEW "S"."My V" AS SELECT t.a, t."B" AS x 
FROM t 
WHERE t."B" = 'it''s';

SELECT "S"."My V".x 
FROM "S"."My V";

CREATE TEMPORARY VIEW v AS SELECT t.a, t."B" 
FROM t;

CREATE VIEW v WITH (security_barrier = true) AS SELECT t.a, t."B" 
FROM t;

CREATE MATERIALIZED VIEW m AS SELECT t.a 
FROM t UNION SELECT t."B" 
FROM t;

DROP VIEW IF EXISTS "S"."My V";

DROP MATERIALIZED VIEW m;

INSERT INTO alembic_version (version_num) VALUES ('a1') RETURNING alembic_version.version_num;

--- case: tables_of_queries
CREATE TABLE alembic_version (
    version_num VARCHAR(32) NOT NULL, 
    CONSTRAINT alembic_version_pkc PRIMARY KEY (version_num)
);

-- Running upgrade  -> a1

CREATE TABLE IF NOT EXISTS s."New t" AS SELECT t.a 
FROM t 
WHERE t.a > 5;

CREATE TEMPORARY TABLE nt AS SELECT t.a 
FROM t;

INSERT INTO alembic_version (version_num) VALUES ('a1') RETURNING alembic_version.version_num;

--- case: objects_of_operations
CREATE TABLE alembic_version (
    version_num VARCHAR(32) NOT NULL, 
    CONSTRAINT alembic_version_pkc PRIMARY KEY (version_num)
);

-- Running upgrade  -> a1

CREATE TABLE s.t (
    a INTEGER, 
    UNIQUE (a)
);

ALTER TABLE t ADD COLUMN c INTEGER;

ALTER TABLE t ALTER COLUMN c TYPE BIGINT;

ALTER TABLE s.t DROP COLUMN c;

CREATE UNIQUE INDEX ix ON t (a, lower(b));

DROP INDEX IF EXISTS ix;

SELECT 1;

-- a text as it is

DROP INDEX ix;

INSERT INTO alembic_version (version_num) VALUES ('a1') RETURNING alembic_version.version_num;

--- case: conditions_that_are_constants
CREATE TABLE alembic_version (
    version_num VARCHAR(32) NOT NULL, 
    CONSTRAINT alembic_version_pkc PRIMARY KEY (version_num)
);

-- Running upgrade  -> a1

ALTER TABLE t ADD CONSTRAINT yes CHECK (true);

ALTER TABLE t ADD CONSTRAINT unknown CHECK (NULL);

INSERT INTO alembic_version (version_num) VALUES ('a1') RETURNING alembic_version.version_num;

--- case: number_counts
CREATE TABLE alembic_version (
    version_num VARCHAR(32) NOT NULL, 
    CONSTRAINT alembic_version_pkc PRIMARY KEY (version_num)
);

-- Running upgrade  -> a1

CREATE TABLE t (
    a SERIAL NOT NULL, 
    b INTEGER, 
    PRIMARY KEY (a)
);

INSERT INTO alembic_version (version_num) VALUES ('a1') RETURNING alembic_version.version_num;

--- case: events_of_tables
CREATE TABLE alembic_version (
    version_num VARCHAR(32) NOT NULL, 
    CONSTRAINT alembic_version_pkc PRIMARY KEY (version_num)
);

-- Running upgrade  -> a1

CREATE TABLE "Sc".t (
    a INTEGER
);

ALTER TABLE t X "Sc" "Sc".t 50%;

DROP TABLE "Sc".t;

SELECT 1 -- t;

CREATE TABLE "Sc".t (
    a INTEGER
);

ALTER TABLE t X "Sc" "Sc".t 50%;

DONE;

INSERT INTO alembic_version (version_num) VALUES ('a1') RETURNING alembic_version.version_num;

--- case: events_by_keyword
CREATE TABLE alembic_version (
    version_num VARCHAR(32) NOT NULL, 
    CONSTRAINT alembic_version_pkc PRIMARY KEY (version_num)
);

-- Running upgrade  -> a1

BEFORE t;

CREATE TABLE t (
    id INTEGER
);

AFTER;

INSERT INTO alembic_version (version_num) VALUES ('a1') RETURNING alembic_version.version_num;

--- case: metadata_with_sequences
CREATE TABLE alembic_version (
    version_num VARCHAR(32) NOT NULL, 
    CONSTRAINT alembic_version_pkc PRIMARY KEY (version_num)
);

-- Running upgrade  -> a1

CREATE SEQUENCE free START WITH 3;

CREATE SEQUENCE sq;

CREATE TABLE z (
    id INTEGER NOT NULL, 
    PRIMARY KEY (id)
);

CREATE TABLE a (
    id SERIAL NOT NULL, 
    b_id INTEGER, 
    PRIMARY KEY (id)
);

CREATE TABLE b (
    id SERIAL NOT NULL, 
    a_id INTEGER, 
    PRIMARY KEY (id), 
    CONSTRAINT fk_ba FOREIGN KEY(a_id) REFERENCES a (id)
);

ALTER TABLE a ADD CONSTRAINT fk_ab FOREIGN KEY(b_id) REFERENCES b (id);

ALTER TABLE a DROP CONSTRAINT fk_ab;

DROP TABLE b;

DROP TABLE a;

DROP TABLE z;

DROP SEQUENCE sq;

DROP SEQUENCE free;

INSERT INTO alembic_version (version_num) VALUES ('a1') RETURNING alembic_version.version_num;

--- case: views_of_the_programs_own
CREATE TABLE alembic_version (
    version_num VARCHAR(32) NOT NULL, 
    CONSTRAINT alembic_version_pkc PRIMARY KEY (version_num)
);

-- Running upgrade  -> a1

CREATE VIEW "order" AS SELECT t.a, count(t.b) AS n 
FROM t 
WHERE t.b = 'it''s' GROUP BY t.a;

-- "My T";

CREATE TABLE t (
    a INTEGER, 
    b VARCHAR
);

INSERT INTO alembic_version (version_num) VALUES ('a1') RETURNING alembic_version.version_num;

--- case: a_key_whose_second_column_counts
CREATE TABLE alembic_version (
    version_num VARCHAR(32) NOT NULL, 
    CONSTRAINT alembic_version_pkc PRIMARY KEY (version_num)
);

-- Running upgrade  -> a1

CREATE TABLE t (
    a DATE NOT NULL, 
    b SERIAL NOT NULL, 
    PRIMARY KEY (b, a)
);

INSERT INTO alembic_version (version_num) VALUES ('a1') RETURNING alembic_version.version_num;

