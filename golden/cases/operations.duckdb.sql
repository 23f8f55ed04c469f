--- case: sqlalchemy::call::op_create_primary_key__pk_t____t_____a____b_0
CREATE TABLE alembic_version (
    version_num VARCHAR(32) NOT NULL, 
    CONSTRAINT alembic_version_pkc PRIMARY KEY (version_num)
);

-- Running upgrade  -> a1

ALTER TABLE t ADD CONSTRAINT pk_t PRIMARY KEY (a, b);

INSERT INTO alembic_version (version_num) VALUES ('a1') RETURNING alembic_version.version_num;

--- case: sqlalchemy::call::op_create_primary_key_None___t_____a____schema__sch_1
CREATE TABLE alembic_version (
    version_num VARCHAR(32) NOT NULL, 
    CONSTRAINT alembic_version_pkc PRIMARY KEY (version_num)
);

-- Running upgrade  -> a1

ALTER TABLE sch.t ADD PRIMARY KEY (a);

INSERT INTO alembic_version (version_num) VALUES ('a1') RETURNING alembic_version.version_num;

--- case: sqlalchemy::call::op_create_unique_constraint__uq____t_____a____schema__sch___deferrable_4
CREATE TABLE alembic_version (
    version_num VARCHAR(32) NOT NULL, 
    CONSTRAINT alembic_version_pkc PRIMARY KEY (version_num)
);

-- Running upgrade  -> a1

ALTER TABLE sch.t ADD CONSTRAINT uq UNIQUE (a) DEFERRABLE INITIALLY DEFERRED;

INSERT INTO alembic_version (version_num) VALUES ('a1') RETURNING alembic_version.version_num;

--- case: sqlalchemy::call::op_create_check_constraint__ck____t____a___5_5
CREATE TABLE alembic_version (
    version_num VARCHAR(32) NOT NULL, 
    CONSTRAINT alembic_version_pkc PRIMARY KEY (version_num)
);

-- Running upgrade  -> a1

ALTER TABLE t ADD CONSTRAINT ck CHECK (a > 5);

INSERT INTO alembic_version (version_num) VALUES ('a1') RETURNING alembic_version.version_num;

--- case: sqlalchemy::call::op_create_check_constraint__ck____t___sa_func_length_sa_column__name_6
CREATE TABLE alembic_version (
    version_num VARCHAR(32) NOT NULL, 
    CONSTRAINT alembic_version_pkc PRIMARY KEY (version_num)
);

-- Running upgrade  -> a1

ALTER TABLE t ADD CONSTRAINT ck CHECK (length(name) > 5);

INSERT INTO alembic_version (version_num) VALUES ('a1') RETURNING alembic_version.version_num;

--- case: sqlalchemy::call::op_create_check_constraint_None___t___sa_column__x_______a_b___schema_7
CREATE TABLE alembic_version (
    version_num VARCHAR(32) NOT NULL, 
    CONSTRAINT alembic_version_pkc PRIMARY KEY (version_num)
);

-- Running upgrade  -> a1

ALTER TABLE sch.t ADD CHECK (x = 'a%b');

INSERT INTO alembic_version (version_num) VALUES ('a1') RETURNING alembic_version.version_num;

--- case: sqlalchemy::call::op_create_foreign_key__fk____t____u_____a______id_8
CREATE TABLE alembic_version (
    version_num VARCHAR(32) NOT NULL, 
    CONSTRAINT alembic_version_pkc PRIMARY KEY (version_num)
);

-- Running upgrade  -> a1

ALTER TABLE t ADD CONSTRAINT fk FOREIGN KEY(a) REFERENCES u (id);

INSERT INTO alembic_version (version_num) VALUES ('a1') RETURNING alembic_version.version_num;

--- case: sqlalchemy::call::op_create_foreign_key_None___t____u_____a____b______x____y____ondelete_9
CREATE TABLE alembic_version (
    version_num VARCHAR(32) NOT NULL, 
    CONSTRAINT alembic_version_pkc PRIMARY KEY (version_num)
);

-- Running upgrade  -> a1

ALTER TABLE t ADD FOREIGN KEY(a, b) REFERENCES u (x, y) ON DELETE CASCADE ON UPDATE SET NULL;

INSERT INTO alembic_version (version_num) VALUES ('a1') RETURNING alembic_version.version_num;

--- case: sqlalchemy::call::op_drop_constraint__fk____t___type___foreignkey_13
CREATE TABLE alembic_version (
    version_num VARCHAR(32) NOT NULL, 
    CONSTRAINT alembic_version_pkc PRIMARY KEY (version_num)
);

-- Running upgrade  -> a1

ALTER TABLE t DROP CONSTRAINT fk;

INSERT INTO alembic_version (version_num) VALUES ('a1') RETURNING alembic_version.version_num;

--- case: sqlalchemy::call::op_drop_constraint__pk____t___type___primary_14
CREATE TABLE alembic_version (
    version_num VARCHAR(32) NOT NULL, 
    CONSTRAINT alembic_version_pkc PRIMARY KEY (version_num)
);

-- Running upgrade  -> a1

ALTER TABLE t DROP CONSTRAINT pk;

INSERT INTO alembic_version (version_num) VALUES ('a1') RETURNING alembic_version.version_num;

--- case: sqlalchemy::call::op_drop_constraint__uq____t___type___unique___schema__sch_17
CREATE TABLE alembic_version (
    version_num VARCHAR(32) NOT NULL, 
    CONSTRAINT alembic_version_pkc PRIMARY KEY (version_num)
);

-- Running upgrade  -> a1

ALTER TABLE sch.t DROP CONSTRAINT uq;

INSERT INTO alembic_version (version_num) VALUES ('a1') RETURNING alembic_version.version_num;

--- case: sqlalchemy::call::op_drop_constraint__Mixed_Name____Mixed_Table___type___unique_19
CREATE TABLE alembic_version (
    version_num VARCHAR(32) NOT NULL, 
    CONSTRAINT alembic_version_pkc PRIMARY KEY (version_num)
);

-- Running upgrade  -> a1

ALTER TABLE "Mixed Table" DROP CONSTRAINT "Mixed Name";

INSERT INTO alembic_version (version_num) VALUES ('a1') RETURNING alembic_version.version_num;

--- case: sqlalchemy::call::op_drop_table__t___schema__sch_21
CREATE TABLE alembic_version (
    version_num VARCHAR(32) NOT NULL, 
    CONSTRAINT alembic_version_pkc PRIMARY KEY (version_num)
);

-- Running upgrade  -> a1

DROP TABLE sch.t;

INSERT INTO alembic_version (version_num) VALUES ('a1') RETURNING alembic_version.version_num;

--- case: sqlalchemy::call::op_drop_table__t___if_exists_True_22
CREATE TABLE alembic_version (
    version_num VARCHAR(32) NOT NULL, 
    CONSTRAINT alembic_version_pkc PRIMARY KEY (version_num)
);

-- Running upgrade  -> a1

DROP TABLE IF EXISTS t;

INSERT INTO alembic_version (version_num) VALUES ('a1') RETURNING alembic_version.version_num;

--- case: sqlalchemy::call::op_drop_table__Order_23
CREATE TABLE alembic_version (
    version_num VARCHAR(32) NOT NULL, 
    CONSTRAINT alembic_version_pkc PRIMARY KEY (version_num)
);

-- Running upgrade  -> a1

DROP TABLE "Order";

INSERT INTO alembic_version (version_num) VALUES ('a1') RETURNING alembic_version.version_num;

--- case: sqlalchemy::call::op_rename_table__t____U_x___schema__sch_25
CREATE TABLE alembic_version (
    version_num VARCHAR(32) NOT NULL, 
    CONSTRAINT alembic_version_pkc PRIMARY KEY (version_num)
);

-- Running upgrade  -> a1

ALTER TABLE sch.t RENAME TO sch."U x";

INSERT INTO alembic_version (version_num) VALUES ('a1') RETURNING alembic_version.version_num;

--- case: sqlalchemy::call::op_drop_column__t____c_26
CREATE TABLE alembic_version (
    version_num VARCHAR(32) NOT NULL, 
    CONSTRAINT alembic_version_pkc PRIMARY KEY (version_num)
);

-- Running upgrade  -> a1

ALTER TABLE t DROP COLUMN c;

INSERT INTO alembic_version (version_num) VALUES ('a1') RETURNING alembic_version.version_num;

--- case: sqlalchemy::call::op_drop_column__t____c___schema__sch_27
CREATE TABLE alembic_version (
    version_num VARCHAR(32) NOT NULL, 
    CONSTRAINT alembic_version_pkc PRIMARY KEY (version_num)
);

-- Running upgrade  -> a1

ALTER TABLE sch.t DROP COLUMN c;

INSERT INTO alembic_version (version_num) VALUES ('a1') RETURNING alembic_version.version_num;

--- case: sqlalchemy::call::op_drop_column__t____Mixed_28
CREATE TABLE alembic_version (
    version_num VARCHAR(32) NOT NULL, 
    CONSTRAINT alembic_version_pkc PRIMARY KEY (version_num)
);

-- Running upgrade  -> a1

ALTER TABLE t DROP COLUMN "Mixed";

INSERT INTO alembic_version (version_num) VALUES ('a1') RETURNING alembic_version.version_num;

--- case: sqlalchemy::call::op_create_table_comment__t____it__s_100____existing_comment__old___sch_31
CREATE TABLE alembic_version (
    version_num VARCHAR(32) NOT NULL, 
    CONSTRAINT alembic_version_pkc PRIMARY KEY (version_num)
);

-- Running upgrade  -> a1

COMMENT ON TABLE sch.t IS 'it''s 100%';

INSERT INTO alembic_version (version_num) VALUES ('a1') RETURNING alembic_version.version_num;

--- case: sqlalchemy::call::op_create_table_comment__t____back__slash_33
CREATE TABLE alembic_version (
    version_num VARCHAR(32) NOT NULL, 
    CONSTRAINT alembic_version_pkc PRIMARY KEY (version_num)
);

-- Running upgrade  -> a1

COMMENT ON TABLE t IS 'back\slash';

INSERT INTO alembic_version (version_num) VALUES ('a1') RETURNING alembic_version.version_num;

--- case: sqlalchemy::call::op_alter_column__t____c___nullable_False_34
CREATE TABLE alembic_version (
    version_num VARCHAR(32) NOT NULL, 
    CONSTRAINT alembic_version_pkc PRIMARY KEY (version_num)
);

-- Running upgrade  -> a1

ALTER TABLE t ALTER COLUMN c SET NOT NULL;

INSERT INTO alembic_version (version_num) VALUES ('a1') RETURNING alembic_version.version_num;

--- case: sqlalchemy::call::op_alter_column__t____c___nullable_False__existing_type_sa_Integer_35
CREATE TABLE alembic_version (
    version_num VARCHAR(32) NOT NULL, 
    CONSTRAINT alembic_version_pkc PRIMARY KEY (version_num)
);

-- Running upgrade  -> a1

ALTER TABLE t ALTER COLUMN c SET NOT NULL;

INSERT INTO alembic_version (version_num) VALUES ('a1') RETURNING alembic_version.version_num;

--- case: sqlalchemy::call::op_alter_column__t____c___nullable_False__existing_type_sa_String_30_37
CREATE TABLE alembic_version (
    version_num VARCHAR(32) NOT NULL, 
    CONSTRAINT alembic_version_pkc PRIMARY KEY (version_num)
);

-- Running upgrade  -> a1

ALTER TABLE t ALTER COLUMN c SET NOT NULL;

INSERT INTO alembic_version (version_num) VALUES ('a1') RETURNING alembic_version.version_num;

--- case: sqlalchemy::call::op_alter_column__t____c___new_column_name__d___existing_type_sa_Intege_38
CREATE TABLE alembic_version (
    version_num VARCHAR(32) NOT NULL, 
    CONSTRAINT alembic_version_pkc PRIMARY KEY (version_num)
);

-- Running upgrade  -> a1

ALTER TABLE t RENAME c TO d;

INSERT INTO alembic_version (version_num) VALUES ('a1') RETURNING alembic_version.version_num;

--- case: sqlalchemy::call::op_alter_column__t____c___type__sa_BigInteger____existing_type_sa_Inte_40
CREATE TABLE alembic_version (
    version_num VARCHAR(32) NOT NULL, 
    CONSTRAINT alembic_version_pkc PRIMARY KEY (version_num)
);

-- Running upgrade  -> a1

ALTER TABLE t ALTER COLUMN c TYPE BIGINT;

INSERT INTO alembic_version (version_num) VALUES ('a1') RETURNING alembic_version.version_num;

--- case: sqlalchemy::call::op_alter_column__t____c___server_default_None__existing_type_sa_Intege_42
CREATE TABLE alembic_version (
    version_num VARCHAR(32) NOT NULL, 
    CONSTRAINT alembic_version_pkc PRIMARY KEY (version_num)
);

-- Running upgrade  -> a1

ALTER TABLE t ALTER COLUMN c DROP DEFAULT;

INSERT INTO alembic_version (version_num) VALUES ('a1') RETURNING alembic_version.version_num;

--- case: sqlalchemy::call::op_alter_column__t____c___server_default_None__existing_type_sa_Intege_43
CREATE TABLE alembic_version (
    version_num VARCHAR(32) NOT NULL, 
    CONSTRAINT alembic_version_pkc PRIMARY KEY (version_num)
);

-- Running upgrade  -> a1

ALTER TABLE t ALTER COLUMN c DROP DEFAULT;

INSERT INTO alembic_version (version_num) VALUES ('a1') RETURNING alembic_version.version_num;

--- case: sqlalchemy::call::op_alter_column__t____c___comment__new___existing_type_sa_Integer____e_45
--- error: UnsupportedCompilationError: Compiler <sqlalchemy.dialects.postgresql.base.PGDDLCompiler object> can't render element of type <class 'alembic.ddl.base.ColumnComment'>: <class 'alembic.ddl.base.ColumnComment'> construct has no default compilation handler. (Background on this error at: https://sqlalche.me/e/21/l7de)
--- case: sqlalchemy::call::op_alter_column__t____c___existing_type_sa_Boolean_create_constraint_T_49
CREATE TABLE alembic_version (
    version_num VARCHAR(32) NOT NULL, 
    CONSTRAINT alembic_version_pkc PRIMARY KEY (version_num)
);

-- Running upgrade  -> a1

ALTER TABLE t ALTER COLUMN c TYPE INTEGER;

INSERT INTO alembic_version (version_num) VALUES ('a1') RETURNING alembic_version.version_num;

--- case: sqlalchemy::call::op_alter_column__t____c___existing_type_sa_Integer____type__sa_Boolean_50
CREATE TABLE alembic_version (
    version_num VARCHAR(32) NOT NULL, 
    CONSTRAINT alembic_version_pkc PRIMARY KEY (version_num)
);

-- Running upgrade  -> a1

ALTER TABLE t ALTER COLUMN c TYPE BOOLEAN;

INSERT INTO alembic_version (version_num) VALUES ('a1') RETURNING alembic_version.version_num;

--- case: sqlalchemy::call::op_alter_column__t____c___existing_type_sa_VARCHAR_10___type__sa_Enum_51
CREATE TABLE alembic_version (
    version_num VARCHAR(32) NOT NULL, 
    CONSTRAINT alembic_version_pkc PRIMARY KEY (version_num)
);

-- Running upgrade  -> a1

ALTER TABLE t ALTER COLUMN c TYPE ab;

INSERT INTO alembic_version (version_num) VALUES ('a1') RETURNING alembic_version.version_num;

--- case: sqlalchemy::call::op_alter_column__t____c_52
CREATE TABLE alembic_version (
    version_num VARCHAR(32) NOT NULL, 
    CONSTRAINT alembic_version_pkc PRIMARY KEY (version_num)
);

-- Running upgrade  -> a1

INSERT INTO alembic_version (version_num) VALUES ('a1') RETURNING alembic_version.version_num;

--- case: sqlalchemy::call::op_alter_column__t____c___server_default_sa_Computed__a___2____existin_55
--- error: CompileError: Adding or removing a "computed" construct, e.g. GENERATED ALWAYS AS, to or from an existing column is not supported.
--- case: sqlalchemy::call::op_add_column__t___sa_Column__c___sa_Integer____nullable_True___schema_56
CREATE TABLE alembic_version (
    version_num VARCHAR(32) NOT NULL, 
    CONSTRAINT alembic_version_pkc PRIMARY KEY (version_num)
);

-- Running upgrade  -> a1

ALTER TABLE sch.t ADD COLUMN c INTEGER;

INSERT INTO alembic_version (version_num) VALUES ('a1') RETURNING alembic_version.version_num;

--- case: sqlalchemy::call::op_add_column__t___sa_Column__Mixed_Col___sa_String_5___comment__has_57
CREATE TABLE alembic_version (
    version_num VARCHAR(32) NOT NULL, 
    CONSTRAINT alembic_version_pkc PRIMARY KEY (version_num)
);

-- Running upgrade  -> a1

ALTER TABLE t ADD COLUMN "Mixed Col" VARCHAR(5);

COMMENT ON COLUMN t."Mixed Col" IS 'has ; semicolon';

INSERT INTO alembic_version (version_num) VALUES ('a1') RETURNING alembic_version.version_num;

--- case: sqlalchemy::call::op_add_column__t___sa_Column__c___sa_Integer_____if_not_exists_True_58
CREATE TABLE alembic_version (
    version_num VARCHAR(32) NOT NULL, 
    CONSTRAINT alembic_version_pkc PRIMARY KEY (version_num)
);

-- Running upgrade  -> a1

ALTER TABLE t ADD COLUMN IF NOT EXISTS c INTEGER;

INSERT INTO alembic_version (version_num) VALUES ('a1') RETURNING alembic_version.version_num;

--- case: sqlalchemy::call::op_add_column__t___sa_Column__c___sa_Integer____primary_key_True___inl_60
CREATE TABLE alembic_version (
    version_num VARCHAR(32) NOT NULL, 
    CONSTRAINT alembic_version_pkc PRIMARY KEY (version_num)
);

-- Running upgrade  -> a1

ALTER TABLE t ADD COLUMN c SERIAL NOT NULL PRIMARY KEY;

INSERT INTO alembic_version (version_num) VALUES ('a1') RETURNING alembic_version.version_num;

