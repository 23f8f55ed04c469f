--- case: sqlalchemy::batch_plain::00_batch_op_add_column_sa_Column__n___sa_Integer
BEGIN TRANSACTION;

CREATE TABLE alembic_version (
    version_num VARCHAR(32) NOT NULL, 
    CONSTRAINT alembic_version_pkc PRIMARY KEY (version_num)
);

GO

-- Running upgrade  -> a1

ALTER TABLE t ADD n INTEGER NULL;

GO

INSERT INTO alembic_version (version_num) OUTPUT inserted.version_num VALUES ('a1');

GO

COMMIT;

GO

--- case: sqlalchemy::batch_copy_always::00_batch_op_add_column_sa_Column__n___sa_Integer
BEGIN TRANSACTION;

CREATE TABLE alembic_version (
    version_num VARCHAR(32) NOT NULL, 
    CONSTRAINT alembic_version_pkc PRIMARY KEY (version_num)
);

GO

-- Running upgrade  -> a1

CREATE TABLE _alembic_tmp_t (
    id INTEGER NOT NULL IDENTITY, 
    a VARCHAR(20) NOT NULL DEFAULT 'x', 
    b INTEGER NULL, 
    f BIT NULL, 
    n INTEGER NULL, 
    PRIMARY KEY (id), 
    CONSTRAINT ck_b CHECK (b > 1), 
    CONSTRAINT uq_a UNIQUE (a), 
    CONSTRAINT fk_b FOREIGN KEY(b) REFERENCES u (id)
);

GO

INSERT INTO _alembic_tmp_t (id, a, b, f) SELECT t.id, t.a, t.b, t.f 
FROM t;

GO

DROP TABLE t;

GO

EXEC sp_rename '_alembic_tmp_t', t;

GO

CREATE INDEX ix_b ON t (b);

GO

INSERT INTO alembic_version (version_num) OUTPUT inserted.version_num VALUES ('a1');

GO

COMMIT;

GO

--- case: sqlalchemy::batch_plain::01_batch_op_drop_column__a
BEGIN TRANSACTION;

CREATE TABLE alembic_version (
    version_num VARCHAR(32) NOT NULL, 
    CONSTRAINT alembic_version_pkc PRIMARY KEY (version_num)
);

GO

-- Running upgrade  -> a1

ALTER TABLE t DROP COLUMN a;

GO

INSERT INTO alembic_version (version_num) OUTPUT inserted.version_num VALUES ('a1');

GO

COMMIT;

GO

--- case: sqlalchemy::batch_copy_always::01_batch_op_drop_column__a
BEGIN TRANSACTION;

CREATE TABLE alembic_version (
    version_num VARCHAR(32) NOT NULL, 
    CONSTRAINT alembic_version_pkc PRIMARY KEY (version_num)
);

GO

-- Running upgrade  -> a1

CREATE TABLE _alembic_tmp_t (
    id INTEGER NOT NULL IDENTITY, 
    b INTEGER NULL, 
    f BIT NULL, 
    PRIMARY KEY (id), 
    CONSTRAINT ck_b CHECK (b > 1), 
    CONSTRAINT fk_b FOREIGN KEY(b) REFERENCES u (id)
);

GO

INSERT INTO _alembic_tmp_t (id, b, f) SELECT t.id, t.b, t.f 
FROM t;

GO

DROP TABLE t;

GO

EXEC sp_rename '_alembic_tmp_t', t;

GO

CREATE INDEX ix_b ON t (b);

GO

INSERT INTO alembic_version (version_num) OUTPUT inserted.version_num VALUES ('a1');

GO

COMMIT;

GO

--- case: sqlalchemy::batch_plain::02_batch_op_alter_column__a___new_column_name__aa___e
BEGIN TRANSACTION;

CREATE TABLE alembic_version (
    version_num VARCHAR(32) NOT NULL, 
    CONSTRAINT alembic_version_pkc PRIMARY KEY (version_num)
);

GO

-- Running upgrade  -> a1

EXEC sp_rename 't.a', aa, 'COLUMN';

GO

INSERT INTO alembic_version (version_num) OUTPUT inserted.version_num VALUES ('a1');

GO

COMMIT;

GO

--- case: sqlalchemy::batch_copy_always::02_batch_op_alter_column__a___new_column_name__aa___e
BEGIN TRANSACTION;

CREATE TABLE alembic_version (
    version_num VARCHAR(32) NOT NULL, 
    CONSTRAINT alembic_version_pkc PRIMARY KEY (version_num)
);

GO

-- Running upgrade  -> a1

CREATE TABLE _alembic_tmp_t (
    id INTEGER NOT NULL IDENTITY, 
    aa VARCHAR(20) NOT NULL DEFAULT 'x', 
    b INTEGER NULL, 
    f BIT NULL, 
    PRIMARY KEY (id), 
    CONSTRAINT ck_b CHECK (b > 1), 
    CONSTRAINT uq_a UNIQUE (aa), 
    CONSTRAINT fk_b FOREIGN KEY(b) REFERENCES u (id)
);

GO

INSERT INTO _alembic_tmp_t (id, aa, b, f) SELECT t.id, t.a, t.b, t.f 
FROM t;

GO

DROP TABLE t;

GO

EXEC sp_rename '_alembic_tmp_t', t;

GO

CREATE INDEX ix_b ON t (b);

GO

INSERT INTO alembic_version (version_num) OUTPUT inserted.version_num VALUES ('a1');

GO

COMMIT;

GO

--- case: sqlalchemy::batch_schema::03_batch_op_alter_column__a___type__sa_Text____existi
BEGIN TRANSACTION;

CREATE TABLE alembic_version (
    version_num VARCHAR(32) NOT NULL, 
    CONSTRAINT alembic_version_pkc PRIMARY KEY (version_num)
);

GO

-- Running upgrade  -> a1

ALTER TABLE sch.t ALTER COLUMN a TEXT NOT NULL;

GO

INSERT INTO alembic_version (version_num) OUTPUT inserted.version_num VALUES ('a1');

GO

COMMIT;

GO

--- case: sqlalchemy::batch_schema::05_batch_op_alter_column__a___server_default_None__ex
BEGIN TRANSACTION;

CREATE TABLE alembic_version (
    version_num VARCHAR(32) NOT NULL, 
    CONSTRAINT alembic_version_pkc PRIMARY KEY (version_num)
);

GO

-- Running upgrade  -> a1

declare @const_name varchar(256)
select @const_name = QUOTENAME([name]) from sys.default_constraints
where parent_object_id = object_id('sch.t')
and col_name(parent_object_id, parent_column_id) = 'a'
exec('alter table sch.t drop constraint ' + @const_name);

GO

INSERT INTO alembic_version (version_num) OUTPUT inserted.version_num VALUES ('a1');

GO

COMMIT;

GO

--- case: sqlalchemy::batch_copy_always::05_batch_op_alter_column__a___server_default_None__ex
BEGIN TRANSACTION;

CREATE TABLE alembic_version (
    version_num VARCHAR(32) NOT NULL, 
    CONSTRAINT alembic_version_pkc PRIMARY KEY (version_num)
);

GO

-- Running upgrade  -> a1

CREATE TABLE _alembic_tmp_t (
    id INTEGER NOT NULL IDENTITY, 
    a VARCHAR(20) NOT NULL, 
    b INTEGER NULL, 
    f BIT NULL, 
    PRIMARY KEY (id), 
    CONSTRAINT ck_b CHECK (b > 1), 
    CONSTRAINT uq_a UNIQUE (a), 
    CONSTRAINT fk_b FOREIGN KEY(b) REFERENCES u (id)
);

GO

INSERT INTO _alembic_tmp_t (id, a, b, f) SELECT t.id, t.a, t.b, t.f 
FROM t;

GO

DROP TABLE t;

GO

EXEC sp_rename '_alembic_tmp_t', t;

GO

CREATE INDEX ix_b ON t (b);

GO

INSERT INTO alembic_version (version_num) OUTPUT inserted.version_num VALUES ('a1');

GO

COMMIT;

GO

--- case: sqlalchemy::batch_plain::06_batch_op_create_index__ix_a_____a____unique_True
BEGIN TRANSACTION;

CREATE TABLE alembic_version (
    version_num VARCHAR(32) NOT NULL, 
    CONSTRAINT alembic_version_pkc PRIMARY KEY (version_num)
);

GO

-- Running upgrade  -> a1

CREATE UNIQUE INDEX ix_a ON t (a);

GO

INSERT INTO alembic_version (version_num) OUTPUT inserted.version_num VALUES ('a1');

GO

COMMIT;

GO

--- case: sqlalchemy::batch_never::06_batch_op_create_index__ix_a_____a____unique_True
BEGIN TRANSACTION;

CREATE TABLE alembic_version (
    version_num VARCHAR(32) NOT NULL, 
    CONSTRAINT alembic_version_pkc PRIMARY KEY (version_num)
);

GO

-- Running upgrade  -> a1

CREATE UNIQUE INDEX ix_a ON t (a);

GO

INSERT INTO alembic_version (version_num) OUTPUT inserted.version_num VALUES ('a1');

GO

COMMIT;

GO

--- case: sqlalchemy::batch_plain::07_batch_op_drop_index__ix_b
BEGIN TRANSACTION;

CREATE TABLE alembic_version (
    version_num VARCHAR(32) NOT NULL, 
    CONSTRAINT alembic_version_pkc PRIMARY KEY (version_num)
);

GO

-- Running upgrade  -> a1

DROP INDEX ix_b ON t;

GO

INSERT INTO alembic_version (version_num) OUTPUT inserted.version_num VALUES ('a1');

GO

COMMIT;

GO

--- case: sqlalchemy::batch_copy_always::07_batch_op_drop_index__ix_b
BEGIN TRANSACTION;

CREATE TABLE alembic_version (
    version_num VARCHAR(32) NOT NULL, 
    CONSTRAINT alembic_version_pkc PRIMARY KEY (version_num)
);

GO

-- Running upgrade  -> a1

CREATE TABLE _alembic_tmp_t (
    id INTEGER NOT NULL IDENTITY, 
    a VARCHAR(20) NOT NULL DEFAULT 'x', 
    b INTEGER NULL, 
    f BIT NULL, 
    PRIMARY KEY (id), 
    CONSTRAINT ck_b CHECK (b > 1), 
    CONSTRAINT uq_a UNIQUE (a), 
    CONSTRAINT fk_b FOREIGN KEY(b) REFERENCES u (id)
);

GO

INSERT INTO _alembic_tmp_t (id, a, b, f) SELECT t.id, t.a, t.b, t.f 
FROM t;

GO

DROP TABLE t;

GO

EXEC sp_rename '_alembic_tmp_t', t;

GO

INSERT INTO alembic_version (version_num) OUTPUT inserted.version_num VALUES ('a1');

GO

COMMIT;

GO

--- case: sqlalchemy::batch_copy_always::08_batch_op_create_unique_constraint__uq_ab_____a____
BEGIN TRANSACTION;

CREATE TABLE alembic_version (
    version_num VARCHAR(32) NOT NULL, 
    CONSTRAINT alembic_version_pkc PRIMARY KEY (version_num)
);

GO

-- Running upgrade  -> a1

CREATE TABLE _alembic_tmp_t (
    id INTEGER NOT NULL IDENTITY, 
    a VARCHAR(20) NOT NULL DEFAULT 'x', 
    b INTEGER NULL, 
    f BIT NULL, 
    PRIMARY KEY (id), 
    CONSTRAINT ck_b CHECK (b > 1), 
    CONSTRAINT uq_a UNIQUE (a), 
    CONSTRAINT fk_b FOREIGN KEY(b) REFERENCES u (id), 
    CONSTRAINT uq_ab UNIQUE (a, b)
);

GO

INSERT INTO _alembic_tmp_t (id, a, b, f) SELECT t.id, t.a, t.b, t.f 
FROM t;

GO

DROP TABLE t;

GO

EXEC sp_rename '_alembic_tmp_t', t;

GO

CREATE INDEX ix_b ON t (b);

GO

INSERT INTO alembic_version (version_num) OUTPUT inserted.version_num VALUES ('a1');

GO

COMMIT;

GO

--- case: sqlalchemy::batch_plain::09_batch_op_drop_constraint__uq_a___type___unique
BEGIN TRANSACTION;

CREATE TABLE alembic_version (
    version_num VARCHAR(32) NOT NULL, 
    CONSTRAINT alembic_version_pkc PRIMARY KEY (version_num)
);

GO

-- Running upgrade  -> a1

ALTER TABLE t DROP CONSTRAINT uq_a;

GO

INSERT INTO alembic_version (version_num) OUTPUT inserted.version_num VALUES ('a1');

GO

COMMIT;

GO

--- case: sqlalchemy::batch_schema::10_batch_op_drop_constraint__fk_b___type___foreignkey
BEGIN TRANSACTION;

CREATE TABLE alembic_version (
    version_num VARCHAR(32) NOT NULL, 
    CONSTRAINT alembic_version_pkc PRIMARY KEY (version_num)
);

GO

-- Running upgrade  -> a1

ALTER TABLE sch.t DROP CONSTRAINT fk_b;

GO

INSERT INTO alembic_version (version_num) OUTPUT inserted.version_num VALUES ('a1');

GO

COMMIT;

GO

--- case: sqlalchemy::batch_copy_always::10_batch_op_drop_constraint__fk_b___type___foreignkey
BEGIN TRANSACTION;

CREATE TABLE alembic_version (
    version_num VARCHAR(32) NOT NULL, 
    CONSTRAINT alembic_version_pkc PRIMARY KEY (version_num)
);

GO

-- Running upgrade  -> a1

CREATE TABLE _alembic_tmp_t (
    id INTEGER NOT NULL IDENTITY, 
    a VARCHAR(20) NOT NULL DEFAULT 'x', 
    b INTEGER NULL, 
    f BIT NULL, 
    PRIMARY KEY (id), 
    CONSTRAINT ck_b CHECK (b > 1), 
    CONSTRAINT uq_a UNIQUE (a)
);

GO

INSERT INTO _alembic_tmp_t (id, a, b, f) SELECT t.id, t.a, t.b, t.f 
FROM t;

GO

DROP TABLE t;

GO

EXEC sp_rename '_alembic_tmp_t', t;

GO

CREATE INDEX ix_b ON t (b);

GO

INSERT INTO alembic_version (version_num) OUTPUT inserted.version_num VALUES ('a1');

GO

COMMIT;

GO

--- case: sqlalchemy::batch_schema::11_batch_op_drop_constraint__ck_b___type___check
BEGIN TRANSACTION;

CREATE TABLE alembic_version (
    version_num VARCHAR(32) NOT NULL, 
    CONSTRAINT alembic_version_pkc PRIMARY KEY (version_num)
);

GO

-- Running upgrade  -> a1

ALTER TABLE sch.t DROP CONSTRAINT ck_b;

GO

INSERT INTO alembic_version (version_num) OUTPUT inserted.version_num VALUES ('a1');

GO

COMMIT;

GO

--- case: sqlalchemy::batch_copy_always::11_batch_op_drop_constraint__ck_b___type___check
BEGIN TRANSACTION;

CREATE TABLE alembic_version (
    version_num VARCHAR(32) NOT NULL, 
    CONSTRAINT alembic_version_pkc PRIMARY KEY (version_num)
);

GO

-- Running upgrade  -> a1

CREATE TABLE _alembic_tmp_t (
    id INTEGER NOT NULL IDENTITY, 
    a VARCHAR(20) NOT NULL DEFAULT 'x', 
    b INTEGER NULL, 
    f BIT NULL, 
    PRIMARY KEY (id), 
    CONSTRAINT uq_a UNIQUE (a), 
    CONSTRAINT fk_b FOREIGN KEY(b) REFERENCES u (id)
);

GO

INSERT INTO _alembic_tmp_t (id, a, b, f) SELECT t.id, t.a, t.b, t.f 
FROM t;

GO

DROP TABLE t;

GO

EXEC sp_rename '_alembic_tmp_t', t;

GO

CREATE INDEX ix_b ON t (b);

GO

INSERT INTO alembic_version (version_num) OUTPUT inserted.version_num VALUES ('a1');

GO

COMMIT;

GO

--- case: sqlalchemy::batch_plain::12_batch_op_create_foreign_key__fk_a____v_____a______
BEGIN TRANSACTION;

CREATE TABLE alembic_version (
    version_num VARCHAR(32) NOT NULL, 
    CONSTRAINT alembic_version_pkc PRIMARY KEY (version_num)
);

GO

-- Running upgrade  -> a1

ALTER TABLE t ADD CONSTRAINT fk_a FOREIGN KEY(a) REFERENCES v (id) ON DELETE CASCADE;

GO

INSERT INTO alembic_version (version_num) OUTPUT inserted.version_num VALUES ('a1');

GO

COMMIT;

GO

--- case: sqlalchemy::batch_plain::13_batch_op_create_check_constraint__ck_new___sa_colu
BEGIN TRANSACTION;

CREATE TABLE alembic_version (
    version_num VARCHAR(32) NOT NULL, 
    CONSTRAINT alembic_version_pkc PRIMARY KEY (version_num)
);

GO

-- Running upgrade  -> a1

ALTER TABLE t ADD CONSTRAINT ck_new CHECK (a != 'z');

GO

INSERT INTO alembic_version (version_num) OUTPUT inserted.version_num VALUES ('a1');

GO

COMMIT;

GO

--- case: sqlalchemy::batch_copy_always::13_batch_op_create_check_constraint__ck_new___sa_colu
BEGIN TRANSACTION;

CREATE TABLE alembic_version (
    version_num VARCHAR(32) NOT NULL, 
    CONSTRAINT alembic_version_pkc PRIMARY KEY (version_num)
);

GO

-- Running upgrade  -> a1

CREATE TABLE _alembic_tmp_t (
    id INTEGER NOT NULL IDENTITY, 
    a VARCHAR(20) NOT NULL DEFAULT 'x', 
    b INTEGER NULL, 
    f BIT NULL, 
    PRIMARY KEY (id), 
    CONSTRAINT ck_b CHECK (b > 1), 
    CONSTRAINT uq_a UNIQUE (a), 
    CONSTRAINT fk_b FOREIGN KEY(b) REFERENCES u (id), 
    CONSTRAINT ck_new CHECK (a != 'z')
);

GO

INSERT INTO _alembic_tmp_t (id, a, b, f) SELECT t.id, t.a, t.b, t.f 
FROM t;

GO

DROP TABLE t;

GO

EXEC sp_rename '_alembic_tmp_t', t;

GO

CREATE INDEX ix_b ON t (b);

GO

INSERT INTO alembic_version (version_num) OUTPUT inserted.version_num VALUES ('a1');

GO

COMMIT;

GO

--- case: sqlalchemy::batch_copy_always::14_batch_op_create_primary_key__pk_new_____id____a
BEGIN TRANSACTION;

CREATE TABLE alembic_version (
    version_num VARCHAR(32) NOT NULL, 
    CONSTRAINT alembic_version_pkc PRIMARY KEY (version_num)
);

GO

-- Running upgrade  -> a1

CREATE TABLE _alembic_tmp_t (
    id INTEGER NOT NULL, 
    a VARCHAR(20) NOT NULL DEFAULT 'x', 
    b INTEGER NULL, 
    f BIT NULL, 
    CONSTRAINT pk_new PRIMARY KEY (id, a), 
    CONSTRAINT ck_b CHECK (b > 1), 
    CONSTRAINT uq_a UNIQUE (a), 
    CONSTRAINT fk_b FOREIGN KEY(b) REFERENCES u (id)
);

GO

INSERT INTO _alembic_tmp_t (id, a, b, f) SELECT t.id, t.a, t.b, t.f 
FROM t;

GO

DROP TABLE t;

GO

EXEC sp_rename '_alembic_tmp_t', t;

GO

CREATE INDEX ix_b ON t (b);

GO

INSERT INTO alembic_version (version_num) OUTPUT inserted.version_num VALUES ('a1');

GO

COMMIT;

GO

--- case: sqlalchemy::batch_plain::15_batch_op_alter_column__f___new_column_name__g___ex
BEGIN TRANSACTION;

CREATE TABLE alembic_version (
    version_num VARCHAR(32) NOT NULL, 
    CONSTRAINT alembic_version_pkc PRIMARY KEY (version_num)
);

GO

-- Running upgrade  -> a1

EXEC sp_rename 't.f', g, 'COLUMN';

GO

INSERT INTO alembic_version (version_num) OUTPUT inserted.version_num VALUES ('a1');

GO

COMMIT;

GO

--- case: sqlalchemy::batch_schema::15_batch_op_alter_column__f___new_column_name__g___ex
BEGIN TRANSACTION;

CREATE TABLE alembic_version (
    version_num VARCHAR(32) NOT NULL, 
    CONSTRAINT alembic_version_pkc PRIMARY KEY (version_num)
);

GO

-- Running upgrade  -> a1

EXEC sp_rename 'sch.t.f', g, 'COLUMN';

GO

INSERT INTO alembic_version (version_num) OUTPUT inserted.version_num VALUES ('a1');

GO

COMMIT;

GO

--- case: sqlalchemy::batch_copy_always::15_batch_op_alter_column__f___new_column_name__g___ex
BEGIN TRANSACTION;

CREATE TABLE alembic_version (
    version_num VARCHAR(32) NOT NULL, 
    CONSTRAINT alembic_version_pkc PRIMARY KEY (version_num)
);

GO

-- Running upgrade  -> a1

CREATE TABLE _alembic_tmp_t (
    id INTEGER NOT NULL IDENTITY, 
    a VARCHAR(20) NOT NULL DEFAULT 'x', 
    b INTEGER NULL, 
    g BIT NULL, 
    PRIMARY KEY (id), 
    CONSTRAINT ck_b CHECK (b > 1), 
    CONSTRAINT uq_a UNIQUE (a), 
    CONSTRAINT fk_b FOREIGN KEY(b) REFERENCES u (id)
);

GO

INSERT INTO _alembic_tmp_t (id, a, b, g) SELECT t.id, t.a, t.b, t.f 
FROM t;

GO

DROP TABLE t;

GO

EXEC sp_rename '_alembic_tmp_t', t;

GO

CREATE INDEX ix_b ON t (b);

GO

INSERT INTO alembic_version (version_num) OUTPUT inserted.version_num VALUES ('a1');

GO

COMMIT;

GO

--- case: sqlalchemy::batch_never::15_batch_op_alter_column__f___new_column_name__g___ex
BEGIN TRANSACTION;

CREATE TABLE alembic_version (
    version_num VARCHAR(32) NOT NULL, 
    CONSTRAINT alembic_version_pkc PRIMARY KEY (version_num)
);

GO

-- Running upgrade  -> a1

EXEC sp_rename 't.f', g, 'COLUMN';

GO

INSERT INTO alembic_version (version_num) OUTPUT inserted.version_num VALUES ('a1');

GO

COMMIT;

GO

--- case: sqlalchemy::batch_plain::16_batch_op_alter_column__f___type__sa_Integer____exi
BEGIN TRANSACTION;

CREATE TABLE alembic_version (
    version_num VARCHAR(32) NOT NULL, 
    CONSTRAINT alembic_version_pkc PRIMARY KEY (version_num)
);

GO

-- Running upgrade  -> a1

ALTER TABLE t ALTER COLUMN f INTEGER;

GO

INSERT INTO alembic_version (version_num) OUTPUT inserted.version_num VALUES ('a1');

GO

COMMIT;

GO

--- case: sqlalchemy::batch_schema::16_batch_op_alter_column__f___type__sa_Integer____exi
BEGIN TRANSACTION;

CREATE TABLE alembic_version (
    version_num VARCHAR(32) NOT NULL, 
    CONSTRAINT alembic_version_pkc PRIMARY KEY (version_num)
);

GO

-- Running upgrade  -> a1

ALTER TABLE sch.t ALTER COLUMN f INTEGER;

GO

INSERT INTO alembic_version (version_num) OUTPUT inserted.version_num VALUES ('a1');

GO

COMMIT;

GO

--- case: sqlalchemy::batch_schema::17_batch_op_add_column_sa_Column__n___sa_Integer____s
--- error: CommandError: Can't specify insert_before or insert_after when using ALTER; please specify recreate='always'
--- case: sqlalchemy::batch_copy_always::18_batch_op_add_column_sa_Column__n___sa_Integer____s
BEGIN TRANSACTION;

CREATE TABLE alembic_version (
    version_num VARCHAR(32) NOT NULL, 
    CONSTRAINT alembic_version_pkc PRIMARY KEY (version_num)
);

GO

-- Running upgrade  -> a1

CREATE TABLE _alembic_tmp_t (
    id INTEGER NOT NULL IDENTITY, 
    a VARCHAR(20) NOT NULL DEFAULT 'x', 
    b INTEGER NULL, 
    f BIT NULL, 
    n INTEGER NULL, 
    PRIMARY KEY (id), 
    CONSTRAINT ck_b CHECK (b > 1), 
    CONSTRAINT uq_a UNIQUE (a), 
    CONSTRAINT fk_b FOREIGN KEY(b) REFERENCES u (id), 
    CONSTRAINT fk_n FOREIGN KEY(n) REFERENCES w (id)
);

GO

CREATE INDEX ix__alembic_tmp_t_n ON _alembic_tmp_t (n);

GO

INSERT INTO _alembic_tmp_t (id, a, b, f) SELECT t.id, t.a, t.b, t.f 
FROM t;

GO

DROP TABLE t;

GO

EXEC sp_rename '_alembic_tmp_t', t;

GO

CREATE INDEX ix_b ON t (b);

GO

CREATE INDEX ix_t_n ON t (n);

GO

INSERT INTO alembic_version (version_num) OUTPUT inserted.version_num VALUES ('a1');

GO

COMMIT;

GO

--- case: sqlalchemy::batch_never::18_batch_op_add_column_sa_Column__n___sa_Integer____s
BEGIN TRANSACTION;

CREATE TABLE alembic_version (
    version_num VARCHAR(32) NOT NULL, 
    CONSTRAINT alembic_version_pkc PRIMARY KEY (version_num)
);

GO

-- Running upgrade  -> a1

ALTER TABLE t ADD n INTEGER NULL;

GO

ALTER TABLE t ADD CONSTRAINT fk_n FOREIGN KEY(n) REFERENCES w (id);

GO

CREATE INDEX ix_t_n ON t (n);

GO

INSERT INTO alembic_version (version_num) OUTPUT inserted.version_num VALUES ('a1');

GO

COMMIT;

GO

--- case: sqlalchemy::batch_plain::19_batch_op_create_table_comment__hello
--- error: AttributeError: 'NoneType' object has no attribute 'startswith'
--- case: sqlalchemy::batch_copy_always::19_batch_op_create_table_comment__hello
BEGIN TRANSACTION;

CREATE TABLE alembic_version (
    version_num VARCHAR(32) NOT NULL, 
    CONSTRAINT alembic_version_pkc PRIMARY KEY (version_num)
);

GO

-- Running upgrade  -> a1

CREATE TABLE _alembic_tmp_t (
    id INTEGER NOT NULL IDENTITY, 
    a VARCHAR(20) NOT NULL DEFAULT 'x', 
    b INTEGER NULL, 
    f BIT NULL, 
    PRIMARY KEY (id), 
    CONSTRAINT ck_b CHECK (b > 1), 
    CONSTRAINT uq_a UNIQUE (a), 
    CONSTRAINT fk_b FOREIGN KEY(b) REFERENCES u (id)
);

GO

INSERT INTO _alembic_tmp_t (id, a, b, f) SELECT t.id, t.a, t.b, t.f 
FROM t;

GO

DROP TABLE t;

GO

EXEC sp_rename '_alembic_tmp_t', t;

GO

CREATE INDEX ix_b ON t (b);

GO

INSERT INTO alembic_version (version_num) OUTPUT inserted.version_num VALUES ('a1');

GO

COMMIT;

GO

--- case: sqlalchemy::batch_plain::20_batch_op_alter_column__b___comment__cc___existing_
--- error: AssertionError: 
--- case: sqlalchemy::batch_copy_always::20_batch_op_alter_column__b___comment__cc___existing_
--- error: AttributeError: 'NoneType' object has no attribute 'startswith'
--- case: sqlalchemy::batch_plain::21_batch_op_rename_table__t2
--- error: AttributeError: 'BatchOperations' object has no attribute 'rename_table'
--- case: sqlalchemy::batch_schema::21_batch_op_rename_table__t2
--- error: AttributeError: 'BatchOperations' object has no attribute 'rename_table'
--- case: sqlalchemy::batch_plain::22_batch_op_execute__SELECT_5
BEGIN TRANSACTION;

CREATE TABLE alembic_version (
    version_num VARCHAR(32) NOT NULL, 
    CONSTRAINT alembic_version_pkc PRIMARY KEY (version_num)
);

GO

-- Running upgrade  -> a1

SELECT 5;

GO

INSERT INTO alembic_version (version_num) OUTPUT inserted.version_num VALUES ('a1');

GO

COMMIT;

GO

--- case: sqlalchemy::batch_copy_always::22_batch_op_execute__SELECT_5
BEGIN TRANSACTION;

CREATE TABLE alembic_version (
    version_num VARCHAR(32) NOT NULL, 
    CONSTRAINT alembic_version_pkc PRIMARY KEY (version_num)
);

GO

-- Running upgrade  -> a1

SELECT 5;

GO

CREATE TABLE _alembic_tmp_t (
    id INTEGER NOT NULL IDENTITY, 
    a VARCHAR(20) NOT NULL DEFAULT 'x', 
    b INTEGER NULL, 
    f BIT NULL, 
    PRIMARY KEY (id), 
    CONSTRAINT ck_b CHECK (b > 1), 
    CONSTRAINT uq_a UNIQUE (a), 
    CONSTRAINT fk_b FOREIGN KEY(b) REFERENCES u (id)
);

GO

INSERT INTO _alembic_tmp_t (id, a, b, f) SELECT t.id, t.a, t.b, t.f 
FROM t;

GO

DROP TABLE t;

GO

EXEC sp_rename '_alembic_tmp_t', t;

GO

CREATE INDEX ix_b ON t (b);

GO

INSERT INTO alembic_version (version_num) OUTPUT inserted.version_num VALUES ('a1');

GO

COMMIT;

GO

--- case: sqlalchemy::batch_plain::23_batch_op_drop_column__b_______batch_op_add_column_
BEGIN TRANSACTION;

CREATE TABLE alembic_version (
    version_num VARCHAR(32) NOT NULL, 
    CONSTRAINT alembic_version_pkc PRIMARY KEY (version_num)
);

GO

-- Running upgrade  -> a1

ALTER TABLE t DROP COLUMN b;

GO

ALTER TABLE t ADD b VARCHAR(5) NULL;

GO

CREATE INDEX ix_t_b ON t (b);

GO

INSERT INTO alembic_version (version_num) OUTPUT inserted.version_num VALUES ('a1');

GO

COMMIT;

GO

--- case: sqlalchemy::batch_schema::23_batch_op_drop_column__b_______batch_op_add_column_
BEGIN TRANSACTION;

CREATE TABLE alembic_version (
    version_num VARCHAR(32) NOT NULL, 
    CONSTRAINT alembic_version_pkc PRIMARY KEY (version_num)
);

GO

-- Running upgrade  -> a1

ALTER TABLE sch.t DROP COLUMN b;

GO

ALTER TABLE sch.t ADD b VARCHAR(5) NULL;

GO

CREATE INDEX ix_t_b ON sch.t (b);

GO

INSERT INTO alembic_version (version_num) OUTPUT inserted.version_num VALUES ('a1');

GO

COMMIT;

GO

