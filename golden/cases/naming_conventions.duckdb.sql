--- case: sqlalchemy::naming_convention::create_0
CREATE TABLE alembic_version (
    version_num VARCHAR(32) NOT NULL, 
    CONSTRAINT alembic_version_pkc PRIMARY KEY (version_num)
);

-- Running upgrade  -> a1

CREATE TABLE acct (
    id SERIAL NOT NULL, 
    a INTEGER, 
    b INTEGER, 
    c BOOLEAN, 
    CONSTRAINT pk_acct PRIMARY KEY (id), 
    CONSTRAINT ck_acct_apos CHECK (a > 1), 
    CONSTRAINT uq_acct_a UNIQUE (a, b), 
    CONSTRAINT fk_acct_a_oth FOREIGN KEY(a, b) REFERENCES oth (x, y), 
    CONSTRAINT fk_acct_b_user FOREIGN KEY(b) REFERENCES "user" (id)
);

CREATE UNIQUE INDEX ix_acct_a ON acct (a);

INSERT INTO alembic_version (version_num) VALUES ('a1') RETURNING alembic_version.version_num;

--- case: sqlalchemy::naming_convention::create_f_0
CREATE TABLE alembic_version (
    version_num VARCHAR(32) NOT NULL, 
    CONSTRAINT alembic_version_pkc PRIMARY KEY (version_num)
);

-- Running upgrade  -> a1

CREATE TABLE acct (
    id SERIAL NOT NULL, 
    CONSTRAINT my_pk PRIMARY KEY (id), 
    CONSTRAINT my_ck CHECK (id > 1), 
    CONSTRAINT given_uq UNIQUE (id)
);

INSERT INTO alembic_version (version_num) VALUES ('a1') RETURNING alembic_version.version_num;

--- case: sqlalchemy::naming_convention::create_f_1
CREATE TABLE alembic_version (
    version_num VARCHAR(32) NOT NULL, 
    CONSTRAINT alembic_version_pkc PRIMARY KEY (version_num)
);

-- Running upgrade  -> a1

CREATE TABLE acct (
    id SERIAL NOT NULL, 
    CONSTRAINT my_pk PRIMARY KEY (id), 
    CONSTRAINT my_ck CHECK (id > 1), 
    CONSTRAINT given_uq UNIQUE (id)
);

INSERT INTO alembic_version (version_num) VALUES ('a1') RETURNING alembic_version.version_num;

--- case: sqlalchemy::naming_convention::ops_0
CREATE TABLE alembic_version (
    version_num VARCHAR(32) NOT NULL, 
    CONSTRAINT alembic_version_pkc PRIMARY KEY (version_num)
);

-- Running upgrade  -> a1

ALTER TABLE acct ADD CONSTRAINT uq_acct_a UNIQUE (a);

ALTER TABLE acct ADD CONSTRAINT fk_acct_a_user FOREIGN KEY(a, b) REFERENCES "user" (x, y);

ALTER TABLE acct ADD CONSTRAINT pk_acct PRIMARY KEY (a);

ALTER TABLE acct ADD CONSTRAINT ck_acct_pos CHECK (a > 1);

CREATE INDEX ix_acct_a ON acct (a, b);

INSERT INTO alembic_version (version_num) VALUES ('a1') RETURNING alembic_version.version_num;

--- case: sqlalchemy::naming_convention::drop_0
CREATE TABLE alembic_version (
    version_num VARCHAR(32) NOT NULL, 
    CONSTRAINT alembic_version_pkc PRIMARY KEY (version_num)
);

-- Running upgrade  -> a1

ALTER TABLE acct DROP CONSTRAINT ck_acct_pos;

ALTER TABLE acct DROP CONSTRAINT given_uq;

ALTER TABLE acct DROP CONSTRAINT exact;

DROP INDEX ix_acct_a;

INSERT INTO alembic_version (version_num) VALUES ('a1') RETURNING alembic_version.version_num;

--- case: sqlalchemy::naming_convention::add_col_0
CREATE TABLE alembic_version (
    version_num VARCHAR(32) NOT NULL, 
    CONSTRAINT alembic_version_pkc PRIMARY KEY (version_num)
);

-- Running upgrade  -> a1

ALTER TABLE acct ADD COLUMN z INTEGER;

ALTER TABLE acct ADD CONSTRAINT fk_acct_z_user FOREIGN KEY(z) REFERENCES "user" (id);

CREATE UNIQUE INDEX ix_acct_z ON acct (z);

ALTER TABLE acct ADD COLUMN e VARCHAR(1);

ALTER TABLE acct ADD CONSTRAINT ck_acct_ee CHECK (e IN ('a', 'b'));

INSERT INTO alembic_version (version_num) VALUES ('a1') RETURNING alembic_version.version_num;

--- case: sqlalchemy::naming_convention::add_col_1
--- error: NoReferencedTableError: Foreign key associated with column 'acct.z' could not find table 'user' with which to generate a foreign key to target column 'id'
--- case: sqlalchemy::naming_convention::add_col_2
CREATE TABLE alembic_version (
    version_num VARCHAR(32) NOT NULL, 
    CONSTRAINT alembic_version_pkc PRIMARY KEY (version_num)
);

-- Running upgrade  -> a1

ALTER TABLE acct ADD COLUMN z INTEGER;

ALTER TABLE acct ADD CONSTRAINT f_z_user FOREIGN KEY(z) REFERENCES "user" (id);

CREATE UNIQUE INDEX i_acct_z ON acct (z);

ALTER TABLE acct ADD COLUMN e VARCHAR(1);

ALTER TABLE acct ADD CONSTRAINT ee CHECK (e IN ('a', 'b'));

INSERT INTO alembic_version (version_num) VALUES ('a1') RETURNING alembic_version.version_num;

--- case: sqlalchemy::naming_convention::unnamed_ck_0
--- error: InvalidRequestError: Naming convention including %(constraint_name)s token requires that constraint is explicitly named.
--- case: sqlalchemy::naming_convention::schema_1
--- error: NoReferencedTableError: Foreign key associated with column 'acct.a' could not find table 'sch.user' with which to generate a foreign key to target column 'id'
--- case: sqlalchemy::naming_convention::long_2
CREATE TABLE alembic_version (
    version_num VARCHAR(32) NOT NULL, 
    CONSTRAINT alembic_version_pkc PRIMARY KEY (version_num)
);

-- Running upgrade  -> a1

CREATE TABLE a_rather_long_table_name_for_a_table_indeed (
    some_long_column_name_number_one INTEGER, 
    some_long_column_name_number_two INTEGER, 
    CONSTRAINT f_some_long_column_name_number_two_another_rather_long__a85b FOREIGN KEY(some_long_column_name_number_two) REFERENCES another_rather_long_table_name_here (identifier)
);

CREATE UNIQUE INDEX i_a_rather_long_table_name_for_a_table_indeed_some_long_f877 ON a_rather_long_table_name_for_a_table_indeed (some_long_column_name_number_one);

INSERT INTO alembic_version (version_num) VALUES ('a1') RETURNING alembic_version.version_num;

