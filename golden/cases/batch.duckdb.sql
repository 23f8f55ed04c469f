--- case: sqlalchemy::batch_plain::00_batch_op_add_column_sa_Column__n___sa_Integer
CREATE TABLE alembic_version (
    version_num VARCHAR(32) NOT NULL, 
    CONSTRAINT alembic_version_pkc PRIMARY KEY (version_num)
);

-- Running upgrade  -> a1

ALTER TABLE t ADD COLUMN n INTEGER;

INSERT INTO alembic_version (version_num) VALUES ('a1') RETURNING alembic_version.version_num;

--- case: sqlalchemy::batch_copy_always::00_batch_op_add_column_sa_Column__n___sa_Integer
CREATE TABLE alembic_version (
    version_num VARCHAR(32) NOT NULL, 
    CONSTRAINT alembic_version_pkc PRIMARY KEY (version_num)
);

-- Running upgrade  -> a1

CREATE TABLE _alembic_tmp_t (
    id SERIAL NOT NULL, 
    a VARCHAR(20) DEFAULT 'x' NOT NULL, 
    b INTEGER, 
    f BOOLEAN, 
    n INTEGER, 
    PRIMARY KEY (id), 
    CONSTRAINT ck_b CHECK (b > 1), 
    CONSTRAINT uq_a UNIQUE (a), 
    CONSTRAINT fk_b FOREIGN KEY(b) REFERENCES u (id)
);

INSERT INTO _alembic_tmp_t (id, a, b, f) SELECT t.id, t.a, t.b, t.f 
FROM t;

DROP TABLE t;

ALTER TABLE _alembic_tmp_t RENAME TO t;

CREATE INDEX ix_b ON t (b);

INSERT INTO alembic_version (version_num) VALUES ('a1') RETURNING alembic_version.version_num;

--- case: sqlalchemy::batch_plain::01_batch_op_drop_column__a
CREATE TABLE alembic_version (
    version_num VARCHAR(32) NOT NULL, 
    CONSTRAINT alembic_version_pkc PRIMARY KEY (version_num)
);

-- Running upgrade  -> a1

ALTER TABLE t DROP COLUMN a;

INSERT INTO alembic_version (version_num) VALUES ('a1') RETURNING alembic_version.version_num;

--- case: sqlalchemy::batch_copy_always::01_batch_op_drop_column__a
CREATE TABLE alembic_version (
    version_num VARCHAR(32) NOT NULL, 
    CONSTRAINT alembic_version_pkc PRIMARY KEY (version_num)
);

-- Running upgrade  -> a1

CREATE TABLE _alembic_tmp_t (
    id SERIAL NOT NULL, 
    b INTEGER, 
    f BOOLEAN, 
    PRIMARY KEY (id), 
    CONSTRAINT ck_b CHECK (b > 1), 
    CONSTRAINT fk_b FOREIGN KEY(b) REFERENCES u (id)
);

INSERT INTO _alembic_tmp_t (id, b, f) SELECT t.id, t.b, t.f 
FROM t;

DROP TABLE t;

ALTER TABLE _alembic_tmp_t RENAME TO t;

CREATE INDEX ix_b ON t (b);

INSERT INTO alembic_version (version_num) VALUES ('a1') RETURNING alembic_version.version_num;

--- case: sqlalchemy::batch_plain::02_batch_op_alter_column__a___new_column_name__aa___e
CREATE TABLE alembic_version (
    version_num VARCHAR(32) NOT NULL, 
    CONSTRAINT alembic_version_pkc PRIMARY KEY (version_num)
);

-- Running upgrade  -> a1

ALTER TABLE t RENAME a TO aa;

INSERT INTO alembic_version (version_num) VALUES ('a1') RETURNING alembic_version.version_num;

--- case: sqlalchemy::batch_copy_always::02_batch_op_alter_column__a___new_column_name__aa___e
CREATE TABLE alembic_version (
    version_num VARCHAR(32) NOT NULL, 
    CONSTRAINT alembic_version_pkc PRIMARY KEY (version_num)
);

-- Running upgrade  -> a1

CREATE TABLE _alembic_tmp_t (
    id SERIAL NOT NULL, 
    aa VARCHAR(20) DEFAULT 'x' NOT NULL, 
    b INTEGER, 
    f BOOLEAN, 
    PRIMARY KEY (id), 
    CONSTRAINT ck_b CHECK (b > 1), 
    CONSTRAINT uq_a UNIQUE (aa), 
    CONSTRAINT fk_b FOREIGN KEY(b) REFERENCES u (id)
);

INSERT INTO _alembic_tmp_t (id, aa, b, f) SELECT t.id, t.a, t.b, t.f 
FROM t;

DROP TABLE t;

ALTER TABLE _alembic_tmp_t RENAME TO t;

CREATE INDEX ix_b ON t (b);

INSERT INTO alembic_version (version_num) VALUES ('a1') RETURNING alembic_version.version_num;

--- case: sqlalchemy::batch_schema::03_batch_op_alter_column__a___type__sa_Text____existi
CREATE TABLE alembic_version (
    version_num VARCHAR(32) NOT NULL, 
    CONSTRAINT alembic_version_pkc PRIMARY KEY (version_num)
);

-- Running upgrade  -> a1

ALTER TABLE sch.t ALTER COLUMN a TYPE TEXT;

INSERT INTO alembic_version (version_num) VALUES ('a1') RETURNING alembic_version.version_num;

--- case: sqlalchemy::batch_schema::05_batch_op_alter_column__a___server_default_None__ex
CREATE TABLE alembic_version (
    version_num VARCHAR(32) NOT NULL, 
    CONSTRAINT alembic_version_pkc PRIMARY KEY (version_num)
);

-- Running upgrade  -> a1

ALTER TABLE sch.t ALTER COLUMN a DROP DEFAULT;

INSERT INTO alembic_version (version_num) VALUES ('a1') RETURNING alembic_version.version_num;

--- case: sqlalchemy::batch_copy_always::05_batch_op_alter_column__a___server_default_None__ex
CREATE TABLE alembic_version (
    version_num VARCHAR(32) NOT NULL, 
    CONSTRAINT alembic_version_pkc PRIMARY KEY (version_num)
);

-- Running upgrade  -> a1

CREATE TABLE _alembic_tmp_t (
    id SERIAL NOT NULL, 
    a VARCHAR(20) NOT NULL, 
    b INTEGER, 
    f BOOLEAN, 
    PRIMARY KEY (id), 
    CONSTRAINT ck_b CHECK (b > 1), 
    CONSTRAINT uq_a UNIQUE (a), 
    CONSTRAINT fk_b FOREIGN KEY(b) REFERENCES u (id)
);

INSERT INTO _alembic_tmp_t (id, a, b, f) SELECT t.id, t.a, t.b, t.f 
FROM t;

DROP TABLE t;

ALTER TABLE _alembic_tmp_t RENAME TO t;

CREATE INDEX ix_b ON t (b);

INSERT INTO alembic_version (version_num) VALUES ('a1') RETURNING alembic_version.version_num;

--- case: sqlalchemy::batch_plain::06_batch_op_create_index__ix_a_____a____unique_True
CREATE TABLE alembic_version (
    version_num VARCHAR(32) NOT NULL, 
    CONSTRAINT alembic_version_pkc PRIMARY KEY (version_num)
);

-- Running upgrade  -> a1

CREATE UNIQUE INDEX ix_a ON t (a);

INSERT INTO alembic_version (version_num) VALUES ('a1') RETURNING alembic_version.version_num;

--- case: sqlalchemy::batch_never::06_batch_op_create_index__ix_a_____a____unique_True
CREATE TABLE alembic_version (
    version_num VARCHAR(32) NOT NULL, 
    CONSTRAINT alembic_version_pkc PRIMARY KEY (version_num)
);

-- Running upgrade  -> a1

CREATE UNIQUE INDEX ix_a ON t (a);

INSERT INTO alembic_version (version_num) VALUES ('a1') RETURNING alembic_version.version_num;

--- case: sqlalchemy::batch_plain::07_batch_op_drop_index__ix_b
CREATE TABLE alembic_version (
    version_num VARCHAR(32) NOT NULL, 
    CONSTRAINT alembic_version_pkc PRIMARY KEY (version_num)
);

-- Running upgrade  -> a1

DROP INDEX ix_b;

INSERT INTO alembic_version (version_num) VALUES ('a1') RETURNING alembic_version.version_num;

--- case: sqlalchemy::batch_copy_always::07_batch_op_drop_index__ix_b
CREATE TABLE alembic_version (
    version_num VARCHAR(32) NOT NULL, 
    CONSTRAINT alembic_version_pkc PRIMARY KEY (version_num)
);

-- Running upgrade  -> a1

CREATE TABLE _alembic_tmp_t (
    id SERIAL NOT NULL, 
    a VARCHAR(20) DEFAULT 'x' NOT NULL, 
    b INTEGER, 
    f BOOLEAN, 
    PRIMARY KEY (id), 
    CONSTRAINT ck_b CHECK (b > 1), 
    CONSTRAINT uq_a UNIQUE (a), 
    CONSTRAINT fk_b FOREIGN KEY(b) REFERENCES u (id)
);

INSERT INTO _alembic_tmp_t (id, a, b, f) SELECT t.id, t.a, t.b, t.f 
FROM t;

DROP TABLE t;

ALTER TABLE _alembic_tmp_t RENAME TO t;

INSERT INTO alembic_version (version_num) VALUES ('a1') RETURNING alembic_version.version_num;

--- case: sqlalchemy::batch_copy_always::08_batch_op_create_unique_constraint__uq_ab_____a____
CREATE TABLE alembic_version (
    version_num VARCHAR(32) NOT NULL, 
    CONSTRAINT alembic_version_pkc PRIMARY KEY (version_num)
);

-- Running upgrade  -> a1

CREATE TABLE _alembic_tmp_t (
    id SERIAL NOT NULL, 
    a VARCHAR(20) DEFAULT 'x' NOT NULL, 
    b INTEGER, 
    f BOOLEAN, 
    PRIMARY KEY (id), 
    CONSTRAINT ck_b CHECK (b > 1), 
    CONSTRAINT uq_a UNIQUE (a), 
    CONSTRAINT fk_b FOREIGN KEY(b) REFERENCES u (id), 
    CONSTRAINT uq_ab UNIQUE (a, b)
);

INSERT INTO _alembic_tmp_t (id, a, b, f) SELECT t.id, t.a, t.b, t.f 
FROM t;

DROP TABLE t;

ALTER TABLE _alembic_tmp_t RENAME TO t;

CREATE INDEX ix_b ON t (b);

INSERT INTO alembic_version (version_num) VALUES ('a1') RETURNING alembic_version.version_num;

--- case: sqlalchemy::batch_plain::09_batch_op_drop_constraint__uq_a___type___unique
CREATE TABLE alembic_version (
    version_num VARCHAR(32) NOT NULL, 
    CONSTRAINT alembic_version_pkc PRIMARY KEY (version_num)
);

-- Running upgrade  -> a1

ALTER TABLE t DROP CONSTRAINT uq_a;

INSERT INTO alembic_version (version_num) VALUES ('a1') RETURNING alembic_version.version_num;

--- case: sqlalchemy::batch_schema::10_batch_op_drop_constraint__fk_b___type___foreignkey
CREATE TABLE alembic_version (
    version_num VARCHAR(32) NOT NULL, 
    CONSTRAINT alembic_version_pkc PRIMARY KEY (version_num)
);

-- Running upgrade  -> a1

ALTER TABLE sch.t DROP CONSTRAINT fk_b;

INSERT INTO alembic_version (version_num) VALUES ('a1') RETURNING alembic_version.version_num;

--- case: sqlalchemy::batch_copy_always::10_batch_op_drop_constraint__fk_b___type___foreignkey
CREATE TABLE alembic_version (
    version_num VARCHAR(32) NOT NULL, 
    CONSTRAINT alembic_version_pkc PRIMARY KEY (version_num)
);

-- Running upgrade  -> a1

CREATE TABLE _alembic_tmp_t (
    id SERIAL NOT NULL, 
    a VARCHAR(20) DEFAULT 'x' NOT NULL, 
    b INTEGER, 
    f BOOLEAN, 
    PRIMARY KEY (id), 
    CONSTRAINT ck_b CHECK (b > 1), 
    CONSTRAINT uq_a UNIQUE (a)
);

INSERT INTO _alembic_tmp_t (id, a, b, f) SELECT t.id, t.a, t.b, t.f 
FROM t;

DROP TABLE t;

ALTER TABLE _alembic_tmp_t RENAME TO t;

CREATE INDEX ix_b ON t (b);

INSERT INTO alembic_version (version_num) VALUES ('a1') RETURNING alembic_version.version_num;

--- case: sqlalchemy::batch_schema::11_batch_op_drop_constraint__ck_b___type___check
CREATE TABLE alembic_version (
    version_num VARCHAR(32) NOT NULL, 
    CONSTRAINT alembic_version_pkc PRIMARY KEY (version_num)
);

-- Running upgrade  -> a1

ALTER TABLE sch.t DROP CONSTRAINT ck_b;

INSERT INTO alembic_version (version_num) VALUES ('a1') RETURNING alembic_version.version_num;

--- case: sqlalchemy::batch_copy_always::11_batch_op_drop_constraint__ck_b___type___check
CREATE TABLE alembic_version (
    version_num VARCHAR(32) NOT NULL, 
    CONSTRAINT alembic_version_pkc PRIMARY KEY (version_num)
);

-- Running upgrade  -> a1

CREATE TABLE _alembic_tmp_t (
    id SERIAL NOT NULL, 
    a VARCHAR(20) DEFAULT 'x' NOT NULL, 
    b INTEGER, 
    f BOOLEAN, 
    PRIMARY KEY (id), 
    CONSTRAINT uq_a UNIQUE (a), 
    CONSTRAINT fk_b FOREIGN KEY(b) REFERENCES u (id)
);

INSERT INTO _alembic_tmp_t (id, a, b, f) SELECT t.id, t.a, t.b, t.f 
FROM t;

DROP TABLE t;

ALTER TABLE _alembic_tmp_t RENAME TO t;

CREATE INDEX ix_b ON t (b);

INSERT INTO alembic_version (version_num) VALUES ('a1') RETURNING alembic_version.version_num;

--- case: sqlalchemy::batch_plain::12_batch_op_create_foreign_key__fk_a____v_____a______
CREATE TABLE alembic_version (
    version_num VARCHAR(32) NOT NULL, 
    CONSTRAINT alembic_version_pkc PRIMARY KEY (version_num)
);

-- Running upgrade  -> a1

ALTER TABLE t ADD CONSTRAINT fk_a FOREIGN KEY(a) REFERENCES v (id) ON DELETE CASCADE;

INSERT INTO alembic_version (version_num) VALUES ('a1') RETURNING alembic_version.version_num;

--- case: sqlalchemy::batch_plain::13_batch_op_create_check_constraint__ck_new___sa_colu
CREATE TABLE alembic_version (
    version_num VARCHAR(32) NOT NULL, 
    CONSTRAINT alembic_version_pkc PRIMARY KEY (version_num)
);

-- Running upgrade  -> a1

ALTER TABLE t ADD CONSTRAINT ck_new CHECK (a != 'z');

INSERT INTO alembic_version (version_num) VALUES ('a1') RETURNING alembic_version.version_num;

--- case: sqlalchemy::batch_copy_always::13_batch_op_create_check_constraint__ck_new___sa_colu
CREATE TABLE alembic_version (
    version_num VARCHAR(32) NOT NULL, 
    CONSTRAINT alembic_version_pkc PRIMARY KEY (version_num)
);

-- Running upgrade  -> a1

CREATE TABLE _alembic_tmp_t (
    id SERIAL NOT NULL, 
    a VARCHAR(20) DEFAULT 'x' NOT NULL, 
    b INTEGER, 
    f BOOLEAN, 
    PRIMARY KEY (id), 
    CONSTRAINT ck_b CHECK (b > 1), 
    CONSTRAINT uq_a UNIQUE (a), 
    CONSTRAINT fk_b FOREIGN KEY(b) REFERENCES u (id), 
    CONSTRAINT ck_new CHECK (a != 'z')
);

INSERT INTO _alembic_tmp_t (id, a, b, f) SELECT t.id, t.a, t.b, t.f 
FROM t;

DROP TABLE t;

ALTER TABLE _alembic_tmp_t RENAME TO t;

CREATE INDEX ix_b ON t (b);

INSERT INTO alembic_version (version_num) VALUES ('a1') RETURNING alembic_version.version_num;

--- case: sqlalchemy::batch_copy_always::14_batch_op_create_primary_key__pk_new_____id____a
CREATE TABLE alembic_version (
    version_num VARCHAR(32) NOT NULL, 
    CONSTRAINT alembic_version_pkc PRIMARY KEY (version_num)
);

-- Running upgrade  -> a1

CREATE TABLE _alembic_tmp_t (
    id INTEGER NOT NULL, 
    a VARCHAR(20) DEFAULT 'x' NOT NULL, 
    b INTEGER, 
    f BOOLEAN, 
    CONSTRAINT pk_new PRIMARY KEY (id, a), 
    CONSTRAINT ck_b CHECK (b > 1), 
    CONSTRAINT uq_a UNIQUE (a), 
    CONSTRAINT fk_b FOREIGN KEY(b) REFERENCES u (id)
);

INSERT INTO _alembic_tmp_t (id, a, b, f) SELECT t.id, t.a, t.b, t.f 
FROM t;

DROP TABLE t;

ALTER TABLE _alembic_tmp_t RENAME TO t;

CREATE INDEX ix_b ON t (b);

INSERT INTO alembic_version (version_num) VALUES ('a1') RETURNING alembic_version.version_num;

--- case: sqlalchemy::batch_plain::15_batch_op_alter_column__f___new_column_name__g___ex
CREATE TABLE alembic_version (
    version_num VARCHAR(32) NOT NULL, 
    CONSTRAINT alembic_version_pkc PRIMARY KEY (version_num)
);

-- Running upgrade  -> a1

ALTER TABLE t RENAME f TO g;

INSERT INTO alembic_version (version_num) VALUES ('a1') RETURNING alembic_version.version_num;

--- case: sqlalchemy::batch_schema::15_batch_op_alter_column__f___new_column_name__g___ex
CREATE TABLE alembic_version (
    version_num VARCHAR(32) NOT NULL, 
    CONSTRAINT alembic_version_pkc PRIMARY KEY (version_num)
);

-- Running upgrade  -> a1

ALTER TABLE sch.t RENAME f TO g;

INSERT INTO alembic_version (version_num) VALUES ('a1') RETURNING alembic_version.version_num;

--- case: sqlalchemy::batch_copy_always::15_batch_op_alter_column__f___new_column_name__g___ex
CREATE TABLE alembic_version (
    version_num VARCHAR(32) NOT NULL, 
    CONSTRAINT alembic_version_pkc PRIMARY KEY (version_num)
);

-- Running upgrade  -> a1

CREATE TABLE _alembic_tmp_t (
    id SERIAL NOT NULL, 
    a VARCHAR(20) DEFAULT 'x' NOT NULL, 
    b INTEGER, 
    g BOOLEAN, 
    PRIMARY KEY (id), 
    CONSTRAINT ck_b CHECK (b > 1), 
    CONSTRAINT uq_a UNIQUE (a), 
    CONSTRAINT fk_b FOREIGN KEY(b) REFERENCES u (id)
);

INSERT INTO _alembic_tmp_t (id, a, b, g) SELECT t.id, t.a, t.b, t.f 
FROM t;

DROP TABLE t;

ALTER TABLE _alembic_tmp_t RENAME TO t;

CREATE INDEX ix_b ON t (b);

INSERT INTO alembic_version (version_num) VALUES ('a1') RETURNING alembic_version.version_num;

--- case: sqlalchemy::batch_never::15_batch_op_alter_column__f___new_column_name__g___ex
CREATE TABLE alembic_version (
    version_num VARCHAR(32) NOT NULL, 
    CONSTRAINT alembic_version_pkc PRIMARY KEY (version_num)
);

-- Running upgrade  -> a1

ALTER TABLE t RENAME f TO g;

INSERT INTO alembic_version (version_num) VALUES ('a1') RETURNING alembic_version.version_num;

--- case: sqlalchemy::batch_plain::16_batch_op_alter_column__f___type__sa_Integer____exi
CREATE TABLE alembic_version (
    version_num VARCHAR(32) NOT NULL, 
    CONSTRAINT alembic_version_pkc PRIMARY KEY (version_num)
);

-- Running upgrade  -> a1

ALTER TABLE t ALTER COLUMN f TYPE INTEGER;

INSERT INTO alembic_version (version_num) VALUES ('a1') RETURNING alembic_version.version_num;

--- case: sqlalchemy::batch_schema::16_batch_op_alter_column__f___type__sa_Integer____exi
CREATE TABLE alembic_version (
    version_num VARCHAR(32) NOT NULL, 
    CONSTRAINT alembic_version_pkc PRIMARY KEY (version_num)
);

-- Running upgrade  -> a1

ALTER TABLE sch.t ALTER COLUMN f TYPE INTEGER;

INSERT INTO alembic_version (version_num) VALUES ('a1') RETURNING alembic_version.version_num;

--- case: sqlalchemy::batch_schema::17_batch_op_add_column_sa_Column__n___sa_Integer____s
--- error: CommandError: Can't specify insert_before or insert_after when using ALTER; please specify recreate='always'
--- case: sqlalchemy::batch_copy_always::18_batch_op_add_column_sa_Column__n___sa_Integer____s
CREATE TABLE alembic_version (
    version_num VARCHAR(32) NOT NULL, 
    CONSTRAINT alembic_version_pkc PRIMARY KEY (version_num)
);

-- Running upgrade  -> a1

CREATE TABLE _alembic_tmp_t (
    id SERIAL NOT NULL, 
    a VARCHAR(20) DEFAULT 'x' NOT NULL, 
    b INTEGER, 
    f BOOLEAN, 
    n INTEGER, 
    PRIMARY KEY (id), 
    CONSTRAINT ck_b CHECK (b > 1), 
    CONSTRAINT uq_a UNIQUE (a), 
    CONSTRAINT fk_b FOREIGN KEY(b) REFERENCES u (id), 
    CONSTRAINT fk_n FOREIGN KEY(n) REFERENCES w (id)
);

CREATE INDEX ix__alembic_tmp_t_n ON _alembic_tmp_t (n);

INSERT INTO _alembic_tmp_t (id, a, b, f) SELECT t.id, t.a, t.b, t.f 
FROM t;

DROP TABLE t;

ALTER TABLE _alembic_tmp_t RENAME TO t;

CREATE INDEX ix_b ON t (b);

CREATE INDEX ix_t_n ON t (n);

INSERT INTO alembic_version (version_num) VALUES ('a1') RETURNING alembic_version.version_num;

--- case: sqlalchemy::batch_never::18_batch_op_add_column_sa_Column__n___sa_Integer____s
CREATE TABLE alembic_version (
    version_num VARCHAR(32) NOT NULL, 
    CONSTRAINT alembic_version_pkc PRIMARY KEY (version_num)
);

-- Running upgrade  -> a1

ALTER TABLE t ADD COLUMN n INTEGER;

ALTER TABLE t ADD CONSTRAINT fk_n FOREIGN KEY(n) REFERENCES w (id);

CREATE INDEX ix_t_n ON t (n);

INSERT INTO alembic_version (version_num) VALUES ('a1') RETURNING alembic_version.version_num;

--- case: sqlalchemy::batch_plain::19_batch_op_create_table_comment__hello
CREATE TABLE alembic_version (
    version_num VARCHAR(32) NOT NULL, 
    CONSTRAINT alembic_version_pkc PRIMARY KEY (version_num)
);

-- Running upgrade  -> a1

COMMENT ON TABLE t IS 'hello';

INSERT INTO alembic_version (version_num) VALUES ('a1') RETURNING alembic_version.version_num;

--- case: sqlalchemy::batch_copy_always::19_batch_op_create_table_comment__hello
CREATE TABLE alembic_version (
    version_num VARCHAR(32) NOT NULL, 
    CONSTRAINT alembic_version_pkc PRIMARY KEY (version_num)
);

-- Running upgrade  -> a1

CREATE TABLE _alembic_tmp_t (
    id SERIAL NOT NULL, 
    a VARCHAR(20) DEFAULT 'x' NOT NULL, 
    b INTEGER, 
    f BOOLEAN, 
    PRIMARY KEY (id), 
    CONSTRAINT ck_b CHECK (b > 1), 
    CONSTRAINT uq_a UNIQUE (a), 
    CONSTRAINT fk_b FOREIGN KEY(b) REFERENCES u (id)
);

INSERT INTO _alembic_tmp_t (id, a, b, f) SELECT t.id, t.a, t.b, t.f 
FROM t;

DROP TABLE t;

ALTER TABLE _alembic_tmp_t RENAME TO t;

CREATE INDEX ix_b ON t (b);

INSERT INTO alembic_version (version_num) VALUES ('a1') RETURNING alembic_version.version_num;

--- case: sqlalchemy::batch_plain::20_batch_op_alter_column__b___comment__cc___existing_
--- error: UnsupportedCompilationError: Compiler <sqlalchemy.dialects.postgresql.base.PGDDLCompiler object> can't render element of type <class 'alembic.ddl.base.ColumnComment'>: <class 'alembic.ddl.base.ColumnComment'> construct has no default compilation handler. (Background on this error at: https://sqlalche.me/e/21/l7de)
--- case: sqlalchemy::batch_copy_always::20_batch_op_alter_column__b___comment__cc___existing_
CREATE TABLE alembic_version (
    version_num VARCHAR(32) NOT NULL, 
    CONSTRAINT alembic_version_pkc PRIMARY KEY (version_num)
);

-- Running upgrade  -> a1

CREATE TABLE _alembic_tmp_t (
    id SERIAL NOT NULL, 
    a VARCHAR(20) DEFAULT 'x' NOT NULL, 
    b INTEGER, 
    f BOOLEAN, 
    PRIMARY KEY (id), 
    CONSTRAINT ck_b CHECK (b > 1), 
    CONSTRAINT uq_a UNIQUE (a), 
    CONSTRAINT fk_b FOREIGN KEY(b) REFERENCES u (id)
);

COMMENT ON COLUMN _alembic_tmp_t.b IS 'cc';

INSERT INTO _alembic_tmp_t (id, a, b, f) SELECT t.id, t.a, t.b, t.f 
FROM t;

DROP TABLE t;

ALTER TABLE _alembic_tmp_t RENAME TO t;

CREATE INDEX ix_b ON t (b);

INSERT INTO alembic_version (version_num) VALUES ('a1') RETURNING alembic_version.version_num;

--- case: sqlalchemy::batch_plain::21_batch_op_rename_table__t2
--- error: AttributeError: 'BatchOperations' object has no attribute 'rename_table'
--- case: sqlalchemy::batch_schema::21_batch_op_rename_table__t2
--- error: AttributeError: 'BatchOperations' object has no attribute 'rename_table'
--- case: sqlalchemy::batch_plain::22_batch_op_execute__SELECT_5
CREATE TABLE alembic_version (
    version_num VARCHAR(32) NOT NULL, 
    CONSTRAINT alembic_version_pkc PRIMARY KEY (version_num)
);

-- Running upgrade  -> a1

SELECT 5;

INSERT INTO alembic_version (version_num) VALUES ('a1') RETURNING alembic_version.version_num;

--- case: sqlalchemy::batch_copy_always::22_batch_op_execute__SELECT_5
CREATE TABLE alembic_version (
    version_num VARCHAR(32) NOT NULL, 
    CONSTRAINT alembic_version_pkc PRIMARY KEY (version_num)
);

-- Running upgrade  -> a1

SELECT 5;

CREATE TABLE _alembic_tmp_t (
    id SERIAL NOT NULL, 
    a VARCHAR(20) DEFAULT 'x' NOT NULL, 
    b INTEGER, 
    f BOOLEAN, 
    PRIMARY KEY (id), 
    CONSTRAINT ck_b CHECK (b > 1), 
    CONSTRAINT uq_a UNIQUE (a), 
    CONSTRAINT fk_b FOREIGN KEY(b) REFERENCES u (id)
);

INSERT INTO _alembic_tmp_t (id, a, b, f) SELECT t.id, t.a, t.b, t.f 
FROM t;

DROP TABLE t;

ALTER TABLE _alembic_tmp_t RENAME TO t;

CREATE INDEX ix_b ON t (b);

INSERT INTO alembic_version (version_num) VALUES ('a1') RETURNING alembic_version.version_num;

--- case: sqlalchemy::batch_plain::23_batch_op_drop_column__b_______batch_op_add_column_
CREATE TABLE alembic_version (
    version_num VARCHAR(32) NOT NULL, 
    CONSTRAINT alembic_version_pkc PRIMARY KEY (version_num)
);

-- Running upgrade  -> a1

ALTER TABLE t DROP COLUMN b;

ALTER TABLE t ADD COLUMN b VARCHAR(5);

CREATE INDEX ix_t_b ON t (b);

INSERT INTO alembic_version (version_num) VALUES ('a1') RETURNING alembic_version.version_num;

--- case: sqlalchemy::batch_schema::23_batch_op_drop_column__b_______batch_op_add_column_
CREATE TABLE alembic_version (
    version_num VARCHAR(32) NOT NULL, 
    CONSTRAINT alembic_version_pkc PRIMARY KEY (version_num)
);

-- Running upgrade  -> a1

ALTER TABLE sch.t DROP COLUMN b;

ALTER TABLE sch.t ADD COLUMN b VARCHAR(5);

CREATE INDEX ix_t_b ON sch.t (b);

INSERT INTO alembic_version (version_num) VALUES ('a1') RETURNING alembic_version.version_num;

