--- case: sqlalchemy::bulk::simple
BEGIN TRANSACTION;

CREATE TABLE alembic_version (
    version_num VARCHAR(32) NOT NULL, 
    CONSTRAINT alembic_version_pkc PRIMARY KEY (version_num)
);

GO

-- Running upgrade  -> a1

SET IDENTITY_INSERT account ON;

GO

INSERT INTO account (id, name) VALUES (1, 'a');

GO

INSERT INTO account (id, name) VALUES (2, 'b');

GO

SET IDENTITY_INSERT account OFF;

GO

INSERT INTO alembic_version (version_num) OUTPUT inserted.version_num VALUES ('a1');

GO

COMMIT;

GO

--- case: sqlalchemy::bulk::nulls_bools
BEGIN TRANSACTION;

CREATE TABLE alembic_version (
    version_num VARCHAR(32) NOT NULL, 
    CONSTRAINT alembic_version_pkc PRIMARY KEY (version_num)
);

GO

-- Running upgrade  -> a1

SET IDENTITY_INSERT account ON;

GO

INSERT INTO account (id, name, balance, active) VALUES (1, NULL, 9.90, 1);

GO

INSERT INTO account (id, name, balance, active) VALUES (2, 'x', NULL, 0);

GO

SET IDENTITY_INSERT account OFF;

GO

INSERT INTO alembic_version (version_num) OUTPUT inserted.version_num VALUES ('a1');

GO

COMMIT;

GO

--- case: sqlalchemy::bulk::dates
BEGIN TRANSACTION;

CREATE TABLE alembic_version (
    version_num VARCHAR(32) NOT NULL, 
    CONSTRAINT alembic_version_pkc PRIMARY KEY (version_num)
);

GO

-- Running upgrade  -> a1

SET IDENTITY_INSERT account ON;

GO

INSERT INTO account (id, created) VALUES (1, '2020-01-01 12:00:00');

GO

SET IDENTITY_INSERT account OFF;

GO

INSERT INTO alembic_version (version_num) OUTPUT inserted.version_num VALUES ('a1');

GO

COMMIT;

GO

--- case: sqlalchemy::bulk::inline_date
BEGIN TRANSACTION;

CREATE TABLE alembic_version (
    version_num VARCHAR(32) NOT NULL, 
    CONSTRAINT alembic_version_pkc PRIMARY KEY (version_num)
);

GO

-- Running upgrade  -> a1

SET IDENTITY_INSERT account ON;

GO

INSERT INTO account (id, name) VALUES (1, 'x');

GO

INSERT INTO account (id, name) VALUES (2, 'y');

GO

SET IDENTITY_INSERT account OFF;

GO

INSERT INTO alembic_version (version_num) OUTPUT inserted.version_num VALUES ('a1');

GO

COMMIT;

GO

--- case: sqlalchemy::bulk::empty
BEGIN TRANSACTION;

CREATE TABLE alembic_version (
    version_num VARCHAR(32) NOT NULL, 
    CONSTRAINT alembic_version_pkc PRIMARY KEY (version_num)
);

GO

-- Running upgrade  -> a1

SET IDENTITY_INSERT account ON;

GO

SET IDENTITY_INSERT account OFF;

GO

INSERT INTO alembic_version (version_num) OUTPUT inserted.version_num VALUES ('a1');

GO

COMMIT;

GO

--- case: sqlalchemy::bulk::func_value
--- error: CompileError: Could not render literal value "<sqlalchemy.sql.functions.now; now>" with datatype DATETIME; see parent stack trace for more detail.
--- case: sqlalchemy::bulk::unknown_key
--- error: KeyError: 'nope'
--- case: sqlalchemy::bulk::default_col
BEGIN TRANSACTION;

CREATE TABLE alembic_version (
    version_num VARCHAR(32) NOT NULL, 
    CONSTRAINT alembic_version_pkc PRIMARY KEY (version_num)
);

GO

-- Running upgrade  -> a1

SET IDENTITY_INSERT tt ON;

GO

INSERT INTO tt (id, n) VALUES (1, NULL);

GO

SET IDENTITY_INSERT tt OFF;

GO

INSERT INTO alembic_version (version_num) OUTPUT inserted.version_num VALUES ('a1');

GO

COMMIT;

GO

--- case: sqlalchemy::bulk::enum
BEGIN TRANSACTION;

CREATE TABLE alembic_version (
    version_num VARCHAR(32) NOT NULL, 
    CONSTRAINT alembic_version_pkc PRIMARY KEY (version_num)
);

GO

-- Running upgrade  -> a1

SET IDENTITY_INSERT tt ON;

GO

INSERT INTO tt (e, u, d) VALUES ('a', '00000000-0000-0000-0000-000000000005', '2021-02-03');

GO

SET IDENTITY_INSERT tt OFF;

GO

INSERT INTO alembic_version (version_num) OUTPUT inserted.version_num VALUES ('a1');

GO

COMMIT;

GO

