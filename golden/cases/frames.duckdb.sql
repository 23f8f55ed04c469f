--- case: sqlalchemy::frame_autocommit::transaction_per_migration
CREATE TABLE alembic_version (
    version_num VARCHAR(32) NOT NULL, 
    CONSTRAINT alembic_version_pkc PRIMARY KEY (version_num)
);

-- Running upgrade  -> a1

SELECT 1;

SELECT 2;

SELECT 3;

INSERT INTO alembic_version (version_num) VALUES ('a1') RETURNING alembic_version.version_num;

--- case: sqlalchemy::frame_autocommit::transactional_ddl_true
BEGIN;

CREATE TABLE alembic_version (
    version_num VARCHAR(32) NOT NULL, 
    CONSTRAINT alembic_version_pkc PRIMARY KEY (version_num)
);

-- Running upgrade  -> a1

SELECT 1;

COMMIT;

SELECT 2;

BEGIN;

SELECT 3;

INSERT INTO alembic_version (version_num) VALUES ('a1') RETURNING alembic_version.version_num;

COMMIT;

--- case: sqlalchemy::frame_autocommit::transactional_ddl_false
CREATE TABLE alembic_version (
    version_num VARCHAR(32) NOT NULL, 
    CONSTRAINT alembic_version_pkc PRIMARY KEY (version_num)
);

-- Running upgrade  -> a1

SELECT 1;

SELECT 2;

SELECT 3;

INSERT INTO alembic_version (version_num) VALUES ('a1') RETURNING alembic_version.version_num;

--- case: sqlalchemy::frame_autocommit::version_table
CREATE TABLE my_versions (
    version_num VARCHAR(32) NOT NULL, 
    CONSTRAINT my_versions_pkc PRIMARY KEY (version_num)
);

-- Running upgrade  -> a1

SELECT 1;

SELECT 2;

SELECT 3;

INSERT INTO my_versions (version_num) VALUES ('a1') RETURNING my_versions.version_num;

--- case: sqlalchemy::frame::version_table_mixed
CREATE TABLE "My Versions" (
    version_num VARCHAR(32) NOT NULL, 
    CONSTRAINT "My Versions_pkc" PRIMARY KEY (version_num)
);

-- Running upgrade  -> a1

SELECT 1;

SELECT 2;

INSERT INTO "My Versions" (version_num) VALUES ('a1') RETURNING "My Versions".version_num;

--- case: sqlalchemy::frame_autocommit::version_table_mixed
CREATE TABLE "My Versions" (
    version_num VARCHAR(32) NOT NULL, 
    CONSTRAINT "My Versions_pkc" PRIMARY KEY (version_num)
);

-- Running upgrade  -> a1

SELECT 1;

SELECT 2;

SELECT 3;

INSERT INTO "My Versions" (version_num) VALUES ('a1') RETURNING "My Versions".version_num;

--- case: sqlalchemy::frame_autocommit::version_table_schema
CREATE TABLE admin.alembic_version (
    version_num VARCHAR(32) NOT NULL, 
    CONSTRAINT alembic_version_pkc PRIMARY KEY (version_num)
);

-- Running upgrade  -> a1

SELECT 1;

SELECT 2;

SELECT 3;

INSERT INTO admin.alembic_version (version_num) VALUES ('a1') RETURNING admin.alembic_version.version_num;

--- case: sqlalchemy::frame::version_table_no_pk
CREATE TABLE alembic_version (
    version_num VARCHAR(32) NOT NULL
);

-- Running upgrade  -> a1

SELECT 1;

SELECT 2;

INSERT INTO alembic_version (version_num) VALUES ('a1');

--- case: sqlalchemy::frame_autocommit::version_table_no_pk
CREATE TABLE alembic_version (
    version_num VARCHAR(32) NOT NULL
);

-- Running upgrade  -> a1

SELECT 1;

SELECT 2;

SELECT 3;

INSERT INTO alembic_version (version_num) VALUES ('a1');

--- case: sqlalchemy::frame::literal_binds_false
CREATE TABLE alembic_version (
    version_num VARCHAR(32) NOT NULL, 
    CONSTRAINT alembic_version_pkc PRIMARY KEY (version_num)
);

-- Running upgrade  -> a1

SELECT 1;

SELECT 2;

INSERT INTO alembic_version (version_num) VALUES ('a1') RETURNING alembic_version.version_num;

--- case: sqlalchemy::frame_autocommit::literal_binds_false
CREATE TABLE alembic_version (
    version_num VARCHAR(32) NOT NULL, 
    CONSTRAINT alembic_version_pkc PRIMARY KEY (version_num)
);

-- Running upgrade  -> a1

SELECT 1;

SELECT 2;

SELECT 3;

INSERT INTO alembic_version (version_num) VALUES ('a1') RETURNING alembic_version.version_num;

--- case: sqlalchemy::frame_autocommit::both_tx
BEGIN;

CREATE TABLE alembic_version (
    version_num VARCHAR(32) NOT NULL, 
    CONSTRAINT alembic_version_pkc PRIMARY KEY (version_num)
);

-- Running upgrade  -> a1

SELECT 1;

COMMIT;

SELECT 2;

BEGIN;

SELECT 3;

INSERT INTO alembic_version (version_num) VALUES ('a1') RETURNING alembic_version.version_num;

COMMIT;

--- case: sqlalchemy::frame_autocommit::batch_separators
CREATE TABLE alembic_version (
    version_num VARCHAR(32) NOT NULL, 
    CONSTRAINT alembic_version_pkc PRIMARY KEY (version_num)
);

-- Running upgrade  -> a1

SELECT 1;

SELECT 2;

SELECT 3;

INSERT INTO alembic_version (version_num) VALUES ('a1') RETURNING alembic_version.version_num;

--- case: sqlalchemy::frame::no_separators
CREATE TABLE alembic_version (
    version_num VARCHAR(32) NOT NULL, 
    CONSTRAINT alembic_version_pkc PRIMARY KEY (version_num)
);

-- Running upgrade  -> a1

SELECT 1;

SELECT 2;

INSERT INTO alembic_version (version_num) VALUES ('a1') RETURNING alembic_version.version_num;

--- case: sqlalchemy::frame_autocommit::no_separators
CREATE TABLE alembic_version (
    version_num VARCHAR(32) NOT NULL, 
    CONSTRAINT alembic_version_pkc PRIMARY KEY (version_num)
);

-- Running upgrade  -> a1

SELECT 1;

SELECT 2;

SELECT 3;

INSERT INTO alembic_version (version_num) VALUES ('a1') RETURNING alembic_version.version_num;

--- case: sqlalchemy::frame::render_as_batch
CREATE TABLE alembic_version (
    version_num VARCHAR(32) NOT NULL, 
    CONSTRAINT alembic_version_pkc PRIMARY KEY (version_num)
);

-- Running upgrade  -> a1

SELECT 1;

SELECT 2;

INSERT INTO alembic_version (version_num) VALUES ('a1') RETURNING alembic_version.version_num;

--- case: sqlalchemy::frame_autocommit::render_as_batch
CREATE TABLE alembic_version (
    version_num VARCHAR(32) NOT NULL, 
    CONSTRAINT alembic_version_pkc PRIMARY KEY (version_num)
);

-- Running upgrade  -> a1

SELECT 1;

SELECT 2;

SELECT 3;

INSERT INTO alembic_version (version_num) VALUES ('a1') RETURNING alembic_version.version_num;

--- case: sqlalchemy::argv::upgrade_a1___sql
CREATE TABLE alembic_version (
    version_num VARCHAR(32) NOT NULL, 
    CONSTRAINT alembic_version_pkc PRIMARY KEY (version_num)
);

-- Running upgrade  -> a1

SELECT 1;

SELECT 2;

INSERT INTO alembic_version (version_num) VALUES ('a1') RETURNING alembic_version.version_num;

--- case: sqlalchemy::argv::upgrade_heads___sql
CREATE TABLE alembic_version (
    version_num VARCHAR(32) NOT NULL, 
    CONSTRAINT alembic_version_pkc PRIMARY KEY (version_num)
);

-- Running upgrade  -> a1

SELECT 1;

SELECT 2;

INSERT INTO alembic_version (version_num) VALUES ('a1') RETURNING alembic_version.version_num;

--- case: sqlalchemy::argv::downgrade_a1_base___sql
-- Running downgrade a1 -> 

DROP 1;

DROP TABLE t;

DELETE FROM alembic_version WHERE alembic_version.version_num = 'a1';

--- case: sqlalchemy::argv::downgrade_base___sql
--- error: CommandError: downgrade with --sql requires <fromrev>:<torev>
--- case: sqlalchemy::argv::stamp_head___sql
CREATE TABLE alembic_version (
    version_num VARCHAR(32) NOT NULL, 
    CONSTRAINT alembic_version_pkc PRIMARY KEY (version_num)
);

-- Running stamp_revision  -> a1

INSERT INTO alembic_version (version_num) VALUES ('a1') RETURNING alembic_version.version_num;

--- case: sqlalchemy::argv::stamp_base___sql
--- case: sqlalchemy::argv::upgrade_a1_a1___sql
--- case: sqlalchemy::argv::upgrade_nope___sql
--- error: CommandError: Can't locate revision identified by 'nope'
--- case: sqlalchemy::argv::stamp_a1_base___sql
-- Running stamp_revision a1 -> 

DELETE FROM alembic_version WHERE alembic_version.version_num = 'a1';

