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
