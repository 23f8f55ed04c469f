--- case: comments
BEGIN TRANSACTION;

CREATE TABLE alembic_version (
    version_num VARCHAR(32) NOT NULL, 
    CONSTRAINT alembic_version_pkc PRIMARY KEY (version_num)
);

GO

-- Running upgrade  -> a1

execute sp_addextendedproperty 'MS_Description', N'x%', 'schema', [Sc], 'table', t;

GO

execute sp_addextendedproperty 'MS_Description', N'c''c', 'schema', [Sc], 'table', t, 'column', a;

GO

execute sp_dropextendedproperty 'MS_Description', 'schema', [Sc], 'table', t, 'column', a;

GO

execute sp_dropextendedproperty 'MS_Description', 'schema', [Sc], 'table', t;

GO

INSERT INTO alembic_version (version_num) OUTPUT inserted.version_num VALUES ('a1');

GO

COMMIT;

GO

--- case: constraints
BEGIN TRANSACTION;

CREATE TABLE alembic_version (
    version_num VARCHAR(32) NOT NULL, 
    CONSTRAINT alembic_version_pkc PRIMARY KEY (version_num)
);

GO

-- Running upgrade  -> a1

ALTER TABLE t ADD CONSTRAINT pk PRIMARY KEY (a, b);

GO

ALTER TABLE t ADD CONSTRAINT ck CHECK (a > b);

GO

ALTER TABLE t ADD CHECK (a > 5);

GO

ALTER TABLE t ADD CONSTRAINT uq UNIQUE (a) DEFERRABLE;

GO

INSERT INTO alembic_version (version_num) OUTPUT inserted.version_num VALUES ('a1');

GO

COMMIT;

GO

--- case: views
BEGIN TRANSACTION;

CREATE TABLE alembic_version (
    version_num VARCHAR(32) NOT NULL, 
    CONSTRAINT alembic_version_pkc PRIMARY KEY (version_num)
);

GO

-- Running upgrade  -> a1

CREATE OR ALTER VIEW [S].[My V] AS SELECT t.a, t.[B] AS x 
FROM t 
WHERE t.[B] = 'it''s';

GO

SELECT [S].[My V].x 
FROM [S].[My V];

GO

CREATE TEMPORARY VIEW v AS SELECT t.a, t.[B] 
FROM t;

GO

CREATE VIEW v AS SELECT t.a, t.[B] 
FROM t;

GO

CREATE MATERIALIZED VIEW m AS SELECT t.a 
FROM t UNION SELECT t.[B] 
FROM t;

GO

DROP VIEW IF EXISTS [S].[My V];

GO

DROP MATERIALIZED VIEW m;

GO

INSERT INTO alembic_version (version_num) OUTPUT inserted.version_num VALUES ('a1');

GO

COMMIT;

GO

--- case: tables_of_queries
BEGIN TRANSACTION;

CREATE TABLE alembic_version (
    version_num VARCHAR(32) NOT NULL, 
    CONSTRAINT alembic_version_pkc PRIMARY KEY (version_num)
);

GO

-- Running upgrade  -> a1

SELECT t.a INTO s.[New t] 
FROM t 
WHERE t.a > 5;

GO

SELECT t.a INTO nt 
FROM t;

GO

INSERT INTO alembic_version (version_num) OUTPUT inserted.version_num VALUES ('a1');

GO

COMMIT;

GO

--- case: objects_of_operations
BEGIN TRANSACTION;

CREATE TABLE alembic_version (
    version_num VARCHAR(32) NOT NULL, 
    CONSTRAINT alembic_version_pkc PRIMARY KEY (version_num)
);

GO

-- Running upgrade  -> a1

CREATE TABLE s.t (
    a INTEGER NULL, 
    UNIQUE (a)
);

GO

ALTER TABLE t ADD c INTEGER NULL;

GO

ALTER TABLE t ALTER COLUMN c BIGINT;

GO

ALTER TABLE s.t DROP COLUMN c;

GO

CREATE UNIQUE INDEX ix ON t (a, lower(b));

GO

DROP INDEX IF EXISTS ix ON t;

GO

SELECT 1;

GO

-- a text as it is

DROP INDEX ix ON t;

GO

INSERT INTO alembic_version (version_num) OUTPUT inserted.version_num VALUES ('a1');

GO

COMMIT;

GO

--- case: conditions_that_are_constants
BEGIN TRANSACTION;

CREATE TABLE alembic_version (
    version_num VARCHAR(32) NOT NULL, 
    CONSTRAINT alembic_version_pkc PRIMARY KEY (version_num)
);

GO

-- Running upgrade  -> a1

ALTER TABLE t ADD CONSTRAINT yes CHECK (1);

GO

ALTER TABLE t ADD CONSTRAINT unknown CHECK (NULL);

GO

INSERT INTO alembic_version (version_num) OUTPUT inserted.version_num VALUES ('a1');

GO

COMMIT;

GO

--- case: number_counts
--- error: CompileError: (in table 't', column 'a'): Compiler <sqlalchemy.dialects.mssql.base.MSTypeCompiler object> can't render element of type NUMBER
--- case: events_of_tables
BEGIN TRANSACTION;

CREATE TABLE alembic_version (
    version_num VARCHAR(32) NOT NULL, 
    CONSTRAINT alembic_version_pkc PRIMARY KEY (version_num)
);

GO

-- Running upgrade  -> a1

CREATE TABLE [Sc].t (
    a INTEGER NULL
);

GO

ALTER TABLE t X [Sc] [Sc].t 50%;

GO

DROPPING t;

GO

DROP TABLE [Sc].t;

GO

SELECT 1 -- t;

GO

CREATE TABLE [Sc].t (
    a INTEGER NULL
);

GO

ALTER TABLE t X [Sc] [Sc].t 50%;

GO

DONE;

GO

INSERT INTO alembic_version (version_num) OUTPUT inserted.version_num VALUES ('a1');

GO

COMMIT;

GO

--- case: events_by_keyword
BEGIN TRANSACTION;

CREATE TABLE alembic_version (
    version_num VARCHAR(32) NOT NULL, 
    CONSTRAINT alembic_version_pkc PRIMARY KEY (version_num)
);

GO

-- Running upgrade  -> a1

BEFORE t;

GO

CREATE TABLE t (
    id INTEGER NULL
);

GO

AFTER;

GO

INSERT INTO alembic_version (version_num) OUTPUT inserted.version_num VALUES ('a1');

GO

COMMIT;

GO

--- case: metadata_with_sequences
BEGIN TRANSACTION;

CREATE TABLE alembic_version (
    version_num VARCHAR(32) NOT NULL, 
    CONSTRAINT alembic_version_pkc PRIMARY KEY (version_num)
);

GO

-- Running upgrade  -> a1

CREATE SEQUENCE free START WITH 3;

GO

CREATE SEQUENCE sq;

GO

CREATE TABLE z (
    id INTEGER NOT NULL, 
    PRIMARY KEY (id)
);

GO

CREATE TABLE a (
    id INTEGER NOT NULL IDENTITY, 
    b_id INTEGER NULL, 
    PRIMARY KEY (id)
);

GO

CREATE TABLE b (
    id INTEGER NOT NULL IDENTITY, 
    a_id INTEGER NULL, 
    PRIMARY KEY (id), 
    CONSTRAINT fk_ba FOREIGN KEY(a_id) REFERENCES a (id)
);

GO

ALTER TABLE a ADD CONSTRAINT fk_ab FOREIGN KEY(b_id) REFERENCES b (id);

GO

ALTER TABLE a DROP CONSTRAINT fk_ab;

GO

DROP TABLE b;

GO

DROP TABLE a;

GO

DROP TABLE z;

GO

DROP SEQUENCE sq;

GO

DROP SEQUENCE free;

GO

INSERT INTO alembic_version (version_num) OUTPUT inserted.version_num VALUES ('a1');

GO

COMMIT;

GO

--- case: views_of_the_programs_own
BEGIN TRANSACTION;

CREATE TABLE alembic_version (
    version_num VARCHAR(32) NOT NULL, 
    CONSTRAINT alembic_version_pkc PRIMARY KEY (version_num)
);

GO

-- Running upgrade  -> a1

CREATE VIEW [order] AS SELECT t.a, count(t.b) AS n 
FROM t 
WHERE t.b = 'it''s' GROUP BY t.a;

GO

-- [My T];

GO

CREATE TABLE t (
    a INTEGER NULL, 
    b VARCHAR(max) NULL
);

GO

INSERT INTO alembic_version (version_num) OUTPUT inserted.version_num VALUES ('a1');

GO

COMMIT;

GO

--- case: a_key_whose_second_column_counts
BEGIN TRANSACTION;

CREATE TABLE alembic_version (
    version_num VARCHAR(32) NOT NULL, 
    CONSTRAINT alembic_version_pkc PRIMARY KEY (version_num)
);

GO

-- Running upgrade  -> a1

CREATE TABLE t (
    a DATETIME NOT NULL, 
    b INTEGER NOT NULL IDENTITY, 
    PRIMARY KEY (a, b)
);

GO

INSERT INTO alembic_version (version_num) OUTPUT inserted.version_num VALUES ('a1');

GO

COMMIT;

GO

