--- case: sqlalchemy::frame_autocommit::transaction_per_migration
BEGIN TRANSACTION;

CREATE TABLE alembic_version (
    version_num VARCHAR(32) NOT NULL, 
    CONSTRAINT alembic_version_pkc PRIMARY KEY (version_num)
);

GO

-- Running upgrade  -> a1

SELECT 1;

GO

COMMIT;

GO

SELECT 2;

GO

BEGIN TRANSACTION;

SELECT 3;

GO

INSERT INTO alembic_version (version_num) OUTPUT inserted.version_num VALUES ('a1');

GO

COMMIT;

GO

--- case: sqlalchemy::frame_autocommit::transactional_ddl_true
BEGIN TRANSACTION;

CREATE TABLE alembic_version (
    version_num VARCHAR(32) NOT NULL, 
    CONSTRAINT alembic_version_pkc PRIMARY KEY (version_num)
);

GO

-- Running upgrade  -> a1

SELECT 1;

GO

COMMIT;

GO

SELECT 2;

GO

BEGIN TRANSACTION;

SELECT 3;

GO

INSERT INTO alembic_version (version_num) OUTPUT inserted.version_num VALUES ('a1');

GO

COMMIT;

GO

--- case: sqlalchemy::frame_autocommit::transactional_ddl_false
CREATE TABLE alembic_version (
    version_num VARCHAR(32) NOT NULL, 
    CONSTRAINT alembic_version_pkc PRIMARY KEY (version_num)
);

GO

-- Running upgrade  -> a1

SELECT 1;

GO

SELECT 2;

GO

SELECT 3;

GO

INSERT INTO alembic_version (version_num) OUTPUT inserted.version_num VALUES ('a1');

GO

--- case: sqlalchemy::frame_autocommit::version_table
BEGIN TRANSACTION;

CREATE TABLE my_versions (
    version_num VARCHAR(32) NOT NULL, 
    CONSTRAINT my_versions_pkc PRIMARY KEY (version_num)
);

GO

-- Running upgrade  -> a1

SELECT 1;

GO

COMMIT;

GO

SELECT 2;

GO

BEGIN TRANSACTION;

SELECT 3;

GO

INSERT INTO my_versions (version_num) OUTPUT inserted.version_num VALUES ('a1');

GO

COMMIT;

GO

--- case: sqlalchemy::frame::version_table_mixed
BEGIN TRANSACTION;

CREATE TABLE [My Versions] (
    version_num VARCHAR(32) NOT NULL, 
    CONSTRAINT [My Versions_pkc] PRIMARY KEY (version_num)
);

GO

-- Running upgrade  -> a1

SELECT 1;

GO

SELECT 2;

GO

INSERT INTO [My Versions] (version_num) OUTPUT inserted.version_num VALUES ('a1');

GO

COMMIT;

GO

--- case: sqlalchemy::frame_autocommit::version_table_mixed
BEGIN TRANSACTION;

CREATE TABLE [My Versions] (
    version_num VARCHAR(32) NOT NULL, 
    CONSTRAINT [My Versions_pkc] PRIMARY KEY (version_num)
);

GO

-- Running upgrade  -> a1

SELECT 1;

GO

COMMIT;

GO

SELECT 2;

GO

BEGIN TRANSACTION;

SELECT 3;

GO

INSERT INTO [My Versions] (version_num) OUTPUT inserted.version_num VALUES ('a1');

GO

COMMIT;

GO

--- case: sqlalchemy::frame_autocommit::version_table_schema
BEGIN TRANSACTION;

CREATE TABLE admin.alembic_version (
    version_num VARCHAR(32) NOT NULL, 
    CONSTRAINT alembic_version_pkc PRIMARY KEY (version_num)
);

GO

-- Running upgrade  -> a1

SELECT 1;

GO

COMMIT;

GO

SELECT 2;

GO

BEGIN TRANSACTION;

SELECT 3;

GO

INSERT INTO admin.alembic_version (version_num) OUTPUT inserted.version_num VALUES ('a1');

GO

COMMIT;

GO

--- case: sqlalchemy::frame::version_table_no_pk
BEGIN TRANSACTION;

CREATE TABLE alembic_version (
    version_num VARCHAR(32) NOT NULL
);

GO

-- Running upgrade  -> a1

SELECT 1;

GO

SELECT 2;

GO

INSERT INTO alembic_version (version_num) VALUES ('a1');

GO

COMMIT;

GO

--- case: sqlalchemy::frame_autocommit::version_table_no_pk
BEGIN TRANSACTION;

CREATE TABLE alembic_version (
    version_num VARCHAR(32) NOT NULL
);

GO

-- Running upgrade  -> a1

SELECT 1;

GO

COMMIT;

GO

SELECT 2;

GO

BEGIN TRANSACTION;

SELECT 3;

GO

INSERT INTO alembic_version (version_num) VALUES ('a1');

GO

COMMIT;

GO

--- case: sqlalchemy::frame::literal_binds_false
BEGIN TRANSACTION;

CREATE TABLE alembic_version (
    version_num VARCHAR(32) NOT NULL, 
    CONSTRAINT alembic_version_pkc PRIMARY KEY (version_num)
);

GO

-- Running upgrade  -> a1

SELECT 1;

GO

SELECT 2;

GO

INSERT INTO alembic_version (version_num) OUTPUT inserted.version_num VALUES ('a1');

GO

COMMIT;

GO

--- case: sqlalchemy::frame_autocommit::literal_binds_false
BEGIN TRANSACTION;

CREATE TABLE alembic_version (
    version_num VARCHAR(32) NOT NULL, 
    CONSTRAINT alembic_version_pkc PRIMARY KEY (version_num)
);

GO

-- Running upgrade  -> a1

SELECT 1;

GO

COMMIT;

GO

SELECT 2;

GO

BEGIN TRANSACTION;

SELECT 3;

GO

INSERT INTO alembic_version (version_num) OUTPUT inserted.version_num VALUES ('a1');

GO

COMMIT;

GO

--- case: sqlalchemy::frame_autocommit::both_tx
BEGIN TRANSACTION;

CREATE TABLE alembic_version (
    version_num VARCHAR(32) NOT NULL, 
    CONSTRAINT alembic_version_pkc PRIMARY KEY (version_num)
);

GO

-- Running upgrade  -> a1

SELECT 1;

GO

COMMIT;

GO

SELECT 2;

GO

BEGIN TRANSACTION;

SELECT 3;

GO

INSERT INTO alembic_version (version_num) OUTPUT inserted.version_num VALUES ('a1');

GO

COMMIT;

GO

--- case: sqlalchemy::frame_autocommit::batch_separators
BEGIN TRANSACTION;

CREATE TABLE alembic_version (
    version_num VARCHAR(32) NOT NULL, 
    CONSTRAINT alembic_version_pkc PRIMARY KEY (version_num)
);

BYE

-- Running upgrade  -> a1

SELECT 1;

BYE

COMMIT;

BYE

SELECT 2;

BYE

BEGIN TRANSACTION;

SELECT 3;

BYE

INSERT INTO alembic_version (version_num) OUTPUT inserted.version_num VALUES ('a1');

BYE

COMMIT;

BYE

--- case: sqlalchemy::frame::no_separators
BEGIN TRANSACTION;

CREATE TABLE alembic_version (
    version_num VARCHAR(32) NOT NULL, 
    CONSTRAINT alembic_version_pkc PRIMARY KEY (version_num)
);

-- Running upgrade  -> a1

SELECT 1;

SELECT 2;

INSERT INTO alembic_version (version_num) OUTPUT inserted.version_num VALUES ('a1');

COMMIT;

--- case: sqlalchemy::frame_autocommit::no_separators
BEGIN TRANSACTION;

CREATE TABLE alembic_version (
    version_num VARCHAR(32) NOT NULL, 
    CONSTRAINT alembic_version_pkc PRIMARY KEY (version_num)
);

-- Running upgrade  -> a1

SELECT 1;

COMMIT;

SELECT 2;

BEGIN TRANSACTION;

SELECT 3;

INSERT INTO alembic_version (version_num) OUTPUT inserted.version_num VALUES ('a1');

COMMIT;

--- case: sqlalchemy::frame::render_as_batch
BEGIN TRANSACTION;

CREATE TABLE alembic_version (
    version_num VARCHAR(32) NOT NULL, 
    CONSTRAINT alembic_version_pkc PRIMARY KEY (version_num)
);

GO

-- Running upgrade  -> a1

SELECT 1;

GO

SELECT 2;

GO

INSERT INTO alembic_version (version_num) OUTPUT inserted.version_num VALUES ('a1');

GO

COMMIT;

GO

--- case: sqlalchemy::frame_autocommit::render_as_batch
BEGIN TRANSACTION;

CREATE TABLE alembic_version (
    version_num VARCHAR(32) NOT NULL, 
    CONSTRAINT alembic_version_pkc PRIMARY KEY (version_num)
);

GO

-- Running upgrade  -> a1

SELECT 1;

GO

COMMIT;

GO

SELECT 2;

GO

BEGIN TRANSACTION;

SELECT 3;

GO

INSERT INTO alembic_version (version_num) OUTPUT inserted.version_num VALUES ('a1');

GO

COMMIT;

GO

--- case: sqlalchemy::argv::upgrade_a1___sql
BEGIN TRANSACTION;

CREATE TABLE alembic_version (
    version_num VARCHAR(32) NOT NULL, 
    CONSTRAINT alembic_version_pkc PRIMARY KEY (version_num)
);

GO

-- Running upgrade  -> a1

SELECT 1;

GO

SELECT 2;

GO

INSERT INTO alembic_version (version_num) OUTPUT inserted.version_num VALUES ('a1');

GO

COMMIT;

GO

--- case: sqlalchemy::argv::upgrade_heads___sql
BEGIN TRANSACTION;

CREATE TABLE alembic_version (
    version_num VARCHAR(32) NOT NULL, 
    CONSTRAINT alembic_version_pkc PRIMARY KEY (version_num)
);

GO

-- Running upgrade  -> a1

SELECT 1;

GO

SELECT 2;

GO

INSERT INTO alembic_version (version_num) OUTPUT inserted.version_num VALUES ('a1');

GO

COMMIT;

GO

--- case: sqlalchemy::argv::downgrade_a1_base___sql
BEGIN TRANSACTION;

-- Running downgrade a1 -> 

DROP 1;

GO

DROP TABLE t;

GO

DELETE FROM alembic_version WHERE alembic_version.version_num = 'a1';

GO

COMMIT;

GO

--- case: sqlalchemy::argv::downgrade_base___sql
--- error: CommandError: downgrade with --sql requires <fromrev>:<torev>
--- case: sqlalchemy::argv::stamp_head___sql
BEGIN TRANSACTION;

CREATE TABLE alembic_version (
    version_num VARCHAR(32) NOT NULL, 
    CONSTRAINT alembic_version_pkc PRIMARY KEY (version_num)
);

GO

-- Running stamp_revision  -> a1

INSERT INTO alembic_version (version_num) OUTPUT inserted.version_num VALUES ('a1');

GO

COMMIT;

GO

--- case: sqlalchemy::argv::stamp_base___sql
BEGIN TRANSACTION;

COMMIT;

GO

--- case: sqlalchemy::argv::upgrade_a1_a1___sql
BEGIN TRANSACTION;

COMMIT;

GO

--- case: sqlalchemy::argv::upgrade_nope___sql
--- error: CommandError: Can't locate revision identified by 'nope'
--- case: sqlalchemy::argv::stamp_a1_base___sql
BEGIN TRANSACTION;

-- Running stamp_revision a1 -> 

DELETE FROM alembic_version WHERE alembic_version.version_num = 'a1';

GO

COMMIT;

GO

