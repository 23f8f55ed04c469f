--- case: sqlalchemy::server_default_alter::text_0
BEGIN TRANSACTION;

CREATE TABLE alembic_version (
    version_num VARCHAR(32) NOT NULL, 
    CONSTRAINT alembic_version_pkc PRIMARY KEY (version_num)
);

GO

-- Running upgrade  -> a1

ALTER TABLE t ADD DEFAULT 'text' FOR c;

GO

INSERT INTO alembic_version (version_num) OUTPUT inserted.version_num VALUES ('a1');

GO

COMMIT;

GO

--- case: sqlalchemy::server_default::it_s_1
BEGIN TRANSACTION;

CREATE TABLE alembic_version (
    version_num VARCHAR(32) NOT NULL, 
    CONSTRAINT alembic_version_pkc PRIMARY KEY (version_num)
);

GO

-- Running upgrade  -> a1

CREATE TABLE t (
    c VARCHAR(50) NOT NULL DEFAULT 'it''s', 
    d VARCHAR(50) NULL DEFAULT 'it''s'
);

GO

INSERT INTO alembic_version (version_num) OUTPUT inserted.version_num VALUES ('a1');

GO

COMMIT;

GO

--- case: sqlalchemy::server_default_add_alter::it_s_1
BEGIN TRANSACTION;

CREATE TABLE alembic_version (
    version_num VARCHAR(32) NOT NULL, 
    CONSTRAINT alembic_version_pkc PRIMARY KEY (version_num)
);

GO

-- Running upgrade  -> a1

ALTER TABLE t ADD c VARCHAR(50) NOT NULL DEFAULT 'it''s';

GO

INSERT INTO alembic_version (version_num) OUTPUT inserted.version_num VALUES ('a1');

GO

COMMIT;

GO

--- case: sqlalchemy::server_default_add_alter::_2
BEGIN TRANSACTION;

CREATE TABLE alembic_version (
    version_num VARCHAR(32) NOT NULL, 
    CONSTRAINT alembic_version_pkc PRIMARY KEY (version_num)
);

GO

-- Running upgrade  -> a1

ALTER TABLE t ADD c VARCHAR(50) NOT NULL DEFAULT '';

GO

INSERT INTO alembic_version (version_num) OUTPUT inserted.version_num VALUES ('a1');

GO

COMMIT;

GO

--- case: sqlalchemy::server_default_add_alter::a_b_4
BEGIN TRANSACTION;

CREATE TABLE alembic_version (
    version_num VARCHAR(32) NOT NULL, 
    CONSTRAINT alembic_version_pkc PRIMARY KEY (version_num)
);

GO

-- Running upgrade  -> a1

ALTER TABLE t ADD c VARCHAR(50) NOT NULL DEFAULT 'a%b';

GO

INSERT INTO alembic_version (version_num) OUTPUT inserted.version_num VALUES ('a1');

GO

COMMIT;

GO

--- case: sqlalchemy::server_default_alter::a_b_4
BEGIN TRANSACTION;

CREATE TABLE alembic_version (
    version_num VARCHAR(32) NOT NULL, 
    CONSTRAINT alembic_version_pkc PRIMARY KEY (version_num)
);

GO

-- Running upgrade  -> a1

ALTER TABLE t ADD DEFAULT 'a%b' FOR c;

GO

INSERT INTO alembic_version (version_num) OUTPUT inserted.version_num VALUES ('a1');

GO

COMMIT;

GO

--- case: sqlalchemy::server_default_add_alter::new_nline_6
BEGIN TRANSACTION;

CREATE TABLE alembic_version (
    version_num VARCHAR(32) NOT NULL, 
    CONSTRAINT alembic_version_pkc PRIMARY KEY (version_num)
);

GO

-- Running upgrade  -> a1

ALTER TABLE t ADD c VARCHAR(50) NOT NULL DEFAULT 'new
line';

GO

INSERT INTO alembic_version (version_num) OUTPUT inserted.version_num VALUES ('a1');

GO

COMMIT;

GO

--- case: sqlalchemy::server_default_add_alter::x_y_z_7
BEGIN TRANSACTION;

CREATE TABLE alembic_version (
    version_num VARCHAR(32) NOT NULL, 
    CONSTRAINT alembic_version_pkc PRIMARY KEY (version_num)
);

GO

-- Running upgrade  -> a1

ALTER TABLE t ADD c VARCHAR(50) NOT NULL DEFAULT 'x"y`z';

GO

INSERT INTO alembic_version (version_num) OUTPUT inserted.version_num VALUES ('a1');

GO

COMMIT;

GO

--- case: sqlalchemy::server_default::naïve_8
BEGIN TRANSACTION;

CREATE TABLE alembic_version (
    version_num VARCHAR(32) NOT NULL, 
    CONSTRAINT alembic_version_pkc PRIMARY KEY (version_num)
);

GO

-- Running upgrade  -> a1

CREATE TABLE t (
    c VARCHAR(50) NOT NULL DEFAULT 'naïve ☃', 
    d VARCHAR(50) NULL DEFAULT 'naïve ☃'
);

GO

INSERT INTO alembic_version (version_num) OUTPUT inserted.version_num VALUES ('a1');

GO

COMMIT;

GO

--- case: sqlalchemy::server_default_alter::naïve_8
BEGIN TRANSACTION;

CREATE TABLE alembic_version (
    version_num VARCHAR(32) NOT NULL, 
    CONSTRAINT alembic_version_pkc PRIMARY KEY (version_num)
);

GO

-- Running upgrade  -> a1

ALTER TABLE t ADD DEFAULT 'naïve ☃' FOR c;

GO

INSERT INTO alembic_version (version_num) OUTPUT inserted.version_num VALUES ('a1');

GO

COMMIT;

GO

--- case: sqlalchemy::server_default::notabind_9
BEGIN TRANSACTION;

CREATE TABLE alembic_version (
    version_num VARCHAR(32) NOT NULL, 
    CONSTRAINT alembic_version_pkc PRIMARY KEY (version_num)
);

GO

-- Running upgrade  -> a1

CREATE TABLE t (
    c VARCHAR(50) NOT NULL DEFAULT ':notabind', 
    d VARCHAR(50) NULL DEFAULT ':notabind'
);

GO

INSERT INTO alembic_version (version_num) OUTPUT inserted.version_num VALUES ('a1');

GO

COMMIT;

GO

--- case: sqlalchemy::server_default::sa_text__0_10
BEGIN TRANSACTION;

CREATE TABLE alembic_version (
    version_num VARCHAR(32) NOT NULL, 
    CONSTRAINT alembic_version_pkc PRIMARY KEY (version_num)
);

GO

-- Running upgrade  -> a1

CREATE TABLE t (
    c VARCHAR(50) NOT NULL DEFAULT 0, 
    d VARCHAR(50) NULL DEFAULT 0
);

GO

INSERT INTO alembic_version (version_num) OUTPUT inserted.version_num VALUES ('a1');

GO

COMMIT;

GO

--- case: sqlalchemy::server_default::sa_text___x_11
BEGIN TRANSACTION;

CREATE TABLE alembic_version (
    version_num VARCHAR(32) NOT NULL, 
    CONSTRAINT alembic_version_pkc PRIMARY KEY (version_num)
);

GO

-- Running upgrade  -> a1

CREATE TABLE t (
    c VARCHAR(50) NOT NULL DEFAULT 'x', 
    d VARCHAR(50) NULL DEFAULT 'x'
);

GO

INSERT INTO alembic_version (version_num) OUTPUT inserted.version_num VALUES ('a1');

GO

COMMIT;

GO

--- case: sqlalchemy::server_default_alter::sa_text__NULL_12
BEGIN TRANSACTION;

CREATE TABLE alembic_version (
    version_num VARCHAR(32) NOT NULL, 
    CONSTRAINT alembic_version_pkc PRIMARY KEY (version_num)
);

GO

-- Running upgrade  -> a1

ALTER TABLE t ADD DEFAULT NULL FOR c;

GO

INSERT INTO alembic_version (version_num) OUTPUT inserted.version_num VALUES ('a1');

GO

COMMIT;

GO

--- case: sqlalchemy::server_default::sa_text___1___2_14
BEGIN TRANSACTION;

CREATE TABLE alembic_version (
    version_num VARCHAR(32) NOT NULL, 
    CONSTRAINT alembic_version_pkc PRIMARY KEY (version_num)
);

GO

-- Running upgrade  -> a1

CREATE TABLE t (
    c VARCHAR(50) NOT NULL DEFAULT (1 + 2), 
    d VARCHAR(50) NULL DEFAULT (1 + 2)
);

GO

INSERT INTO alembic_version (version_num) OUTPUT inserted.version_num VALUES ('a1');

GO

COMMIT;

GO

--- case: sqlalchemy::server_default_add_alter::sa_text___1___2_14
BEGIN TRANSACTION;

CREATE TABLE alembic_version (
    version_num VARCHAR(32) NOT NULL, 
    CONSTRAINT alembic_version_pkc PRIMARY KEY (version_num)
);

GO

-- Running upgrade  -> a1

ALTER TABLE t ADD c VARCHAR(50) NOT NULL DEFAULT (1 + 2);

GO

INSERT INTO alembic_version (version_num) OUTPUT inserted.version_num VALUES ('a1');

GO

COMMIT;

GO

--- case: sqlalchemy::server_default::sa_text___a_b_15
BEGIN TRANSACTION;

CREATE TABLE alembic_version (
    version_num VARCHAR(32) NOT NULL, 
    CONSTRAINT alembic_version_pkc PRIMARY KEY (version_num)
);

GO

-- Running upgrade  -> a1

CREATE TABLE t (
    c VARCHAR(50) NOT NULL DEFAULT 'a:b', 
    d VARCHAR(50) NULL DEFAULT 'a:b'
);

GO

INSERT INTO alembic_version (version_num) OUTPUT inserted.version_num VALUES ('a1');

GO

COMMIT;

GO

--- case: sqlalchemy::server_default_alter::sa_text_r__a__b_16
BEGIN TRANSACTION;

CREATE TABLE alembic_version (
    version_num VARCHAR(32) NOT NULL, 
    CONSTRAINT alembic_version_pkc PRIMARY KEY (version_num)
);

GO

-- Running upgrade  -> a1

ALTER TABLE t ADD DEFAULT 'a:b' FOR c;

GO

INSERT INTO alembic_version (version_num) OUTPUT inserted.version_num VALUES ('a1');

GO

COMMIT;

GO

--- case: sqlalchemy::server_default_alter::sa_text__now_18
BEGIN TRANSACTION;

CREATE TABLE alembic_version (
    version_num VARCHAR(32) NOT NULL, 
    CONSTRAINT alembic_version_pkc PRIMARY KEY (version_num)
);

GO

-- Running upgrade  -> a1

ALTER TABLE t ADD DEFAULT now() FOR c;

GO

INSERT INTO alembic_version (version_num) OUTPUT inserted.version_num VALUES ('a1');

GO

COMMIT;

GO

--- case: sqlalchemy::server_default_add_alter::sa_func_now_19
BEGIN TRANSACTION;

CREATE TABLE alembic_version (
    version_num VARCHAR(32) NOT NULL, 
    CONSTRAINT alembic_version_pkc PRIMARY KEY (version_num)
);

GO

-- Running upgrade  -> a1

ALTER TABLE t ADD c INTEGER NOT NULL DEFAULT CURRENT_TIMESTAMP;

GO

INSERT INTO alembic_version (version_num) OUTPUT inserted.version_num VALUES ('a1');

GO

COMMIT;

GO

--- case: sqlalchemy::server_default::sa_func_current_timestamp_20
BEGIN TRANSACTION;

CREATE TABLE alembic_version (
    version_num VARCHAR(32) NOT NULL, 
    CONSTRAINT alembic_version_pkc PRIMARY KEY (version_num)
);

GO

-- Running upgrade  -> a1

CREATE TABLE t (
    c INTEGER NOT NULL DEFAULT CURRENT_TIMESTAMP, 
    d INTEGER NULL DEFAULT CURRENT_TIMESTAMP
);

GO

INSERT INTO alembic_version (version_num) OUTPUT inserted.version_num VALUES ('a1');

GO

COMMIT;

GO

--- case: sqlalchemy::server_default_add_alter::sa_func_current_date_21
BEGIN TRANSACTION;

CREATE TABLE alembic_version (
    version_num VARCHAR(32) NOT NULL, 
    CONSTRAINT alembic_version_pkc PRIMARY KEY (version_num)
);

GO

-- Running upgrade  -> a1

ALTER TABLE t ADD c INTEGER NOT NULL DEFAULT GETDATE();

GO

INSERT INTO alembic_version (version_num) OUTPUT inserted.version_num VALUES ('a1');

GO

COMMIT;

GO

--- case: sqlalchemy::server_default::sa_func_current_user_22
BEGIN TRANSACTION;

CREATE TABLE alembic_version (
    version_num VARCHAR(32) NOT NULL, 
    CONSTRAINT alembic_version_pkc PRIMARY KEY (version_num)
);

GO

-- Running upgrade  -> a1

CREATE TABLE t (
    c INTEGER NOT NULL DEFAULT CURRENT_USER, 
    d INTEGER NULL DEFAULT CURRENT_USER
);

GO

INSERT INTO alembic_version (version_num) OUTPUT inserted.version_num VALUES ('a1');

GO

COMMIT;

GO

--- case: sqlalchemy::server_default_add_alter::sa_func_coalesce_None__1_24
BEGIN TRANSACTION;

CREATE TABLE alembic_version (
    version_num VARCHAR(32) NOT NULL, 
    CONSTRAINT alembic_version_pkc PRIMARY KEY (version_num)
);

GO

-- Running upgrade  -> a1

ALTER TABLE t ADD c INTEGER NOT NULL DEFAULT coalesce(NULL, 1);

GO

INSERT INTO alembic_version (version_num) OUTPUT inserted.version_num VALUES ('a1');

GO

COMMIT;

GO

--- case: sqlalchemy::server_default::sa_func_gen_random_uuid_25
BEGIN TRANSACTION;

CREATE TABLE alembic_version (
    version_num VARCHAR(32) NOT NULL, 
    CONSTRAINT alembic_version_pkc PRIMARY KEY (version_num)
);

GO

-- Running upgrade  -> a1

CREATE TABLE t (
    c INTEGER NOT NULL DEFAULT gen_random_uuid(), 
    d INTEGER NULL DEFAULT gen_random_uuid()
);

GO

INSERT INTO alembic_version (version_num) OUTPUT inserted.version_num VALUES ('a1');

GO

COMMIT;

GO

--- case: sqlalchemy::server_default::sa_true_26
BEGIN TRANSACTION;

CREATE TABLE alembic_version (
    version_num VARCHAR(32) NOT NULL, 
    CONSTRAINT alembic_version_pkc PRIMARY KEY (version_num)
);

GO

-- Running upgrade  -> a1

CREATE TABLE t (
    c BIT NOT NULL DEFAULT 1, 
    d BIT NULL DEFAULT 1
);

GO

INSERT INTO alembic_version (version_num) OUTPUT inserted.version_num VALUES ('a1');

GO

COMMIT;

GO

--- case: sqlalchemy::server_default_add_alter::sa_true_26
BEGIN TRANSACTION;

CREATE TABLE alembic_version (
    version_num VARCHAR(32) NOT NULL, 
    CONSTRAINT alembic_version_pkc PRIMARY KEY (version_num)
);

GO

-- Running upgrade  -> a1

ALTER TABLE t ADD c BIT NOT NULL DEFAULT 1;

GO

INSERT INTO alembic_version (version_num) OUTPUT inserted.version_num VALUES ('a1');

GO

COMMIT;

GO

--- case: sqlalchemy::server_default_alter::sa_true_26
BEGIN TRANSACTION;

CREATE TABLE alembic_version (
    version_num VARCHAR(32) NOT NULL, 
    CONSTRAINT alembic_version_pkc PRIMARY KEY (version_num)
);

GO

-- Running upgrade  -> a1

ALTER TABLE t ADD DEFAULT 1 FOR c;

GO

INSERT INTO alembic_version (version_num) OUTPUT inserted.version_num VALUES ('a1');

GO

COMMIT;

GO

--- case: sqlalchemy::server_default::sa_false_27
BEGIN TRANSACTION;

CREATE TABLE alembic_version (
    version_num VARCHAR(32) NOT NULL, 
    CONSTRAINT alembic_version_pkc PRIMARY KEY (version_num)
);

GO

-- Running upgrade  -> a1

CREATE TABLE t (
    c BIT NOT NULL DEFAULT 0, 
    d BIT NULL DEFAULT 0
);

GO

INSERT INTO alembic_version (version_num) OUTPUT inserted.version_num VALUES ('a1');

GO

COMMIT;

GO

--- case: sqlalchemy::server_default_add_alter::sa_null_28
BEGIN TRANSACTION;

CREATE TABLE alembic_version (
    version_num VARCHAR(32) NOT NULL, 
    CONSTRAINT alembic_version_pkc PRIMARY KEY (version_num)
);

GO

-- Running upgrade  -> a1

ALTER TABLE t ADD c INTEGER NOT NULL DEFAULT NULL;

GO

INSERT INTO alembic_version (version_num) OUTPUT inserted.version_num VALUES ('a1');

GO

COMMIT;

GO

--- case: sqlalchemy::server_default_alter::sa_null_28
BEGIN TRANSACTION;

CREATE TABLE alembic_version (
    version_num VARCHAR(32) NOT NULL, 
    CONSTRAINT alembic_version_pkc PRIMARY KEY (version_num)
);

GO

-- Running upgrade  -> a1

ALTER TABLE t ADD DEFAULT NULL FOR c;

GO

INSERT INTO alembic_version (version_num) OUTPUT inserted.version_num VALUES ('a1');

GO

COMMIT;

GO

--- case: sqlalchemy::server_default::sa_literal_5_29
BEGIN TRANSACTION;

CREATE TABLE alembic_version (
    version_num VARCHAR(32) NOT NULL, 
    CONSTRAINT alembic_version_pkc PRIMARY KEY (version_num)
);

GO

-- Running upgrade  -> a1

CREATE TABLE t (
    c INTEGER NOT NULL DEFAULT 5, 
    d INTEGER NULL DEFAULT 5
);

GO

INSERT INTO alembic_version (version_num) OUTPUT inserted.version_num VALUES ('a1');

GO

COMMIT;

GO

--- case: sqlalchemy::server_default::sa_literal_1_5_31
BEGIN TRANSACTION;

CREATE TABLE alembic_version (
    version_num VARCHAR(32) NOT NULL, 
    CONSTRAINT alembic_version_pkc PRIMARY KEY (version_num)
);

GO

-- Running upgrade  -> a1

CREATE TABLE t (
    c INTEGER NOT NULL DEFAULT 1.5, 
    d INTEGER NULL DEFAULT 1.5
);

GO

INSERT INTO alembic_version (version_num) OUTPUT inserted.version_num VALUES ('a1');

GO

COMMIT;

GO

--- case: sqlalchemy::server_default_add_alter::sa_literal_1_5_31
BEGIN TRANSACTION;

CREATE TABLE alembic_version (
    version_num VARCHAR(32) NOT NULL, 
    CONSTRAINT alembic_version_pkc PRIMARY KEY (version_num)
);

GO

-- Running upgrade  -> a1

ALTER TABLE t ADD c INTEGER NOT NULL DEFAULT 1.5;

GO

INSERT INTO alembic_version (version_num) OUTPUT inserted.version_num VALUES ('a1');

GO

COMMIT;

GO

--- case: sqlalchemy::server_default::sa_literal_True_32
BEGIN TRANSACTION;

CREATE TABLE alembic_version (
    version_num VARCHAR(32) NOT NULL, 
    CONSTRAINT alembic_version_pkc PRIMARY KEY (version_num)
);

GO

-- Running upgrade  -> a1

CREATE TABLE t (
    c BIT NOT NULL DEFAULT 1, 
    d BIT NULL DEFAULT 1
);

GO

INSERT INTO alembic_version (version_num) OUTPUT inserted.version_num VALUES ('a1');

GO

COMMIT;

GO

--- case: sqlalchemy::server_default_add_alter::sa_literal_True_32
BEGIN TRANSACTION;

CREATE TABLE alembic_version (
    version_num VARCHAR(32) NOT NULL, 
    CONSTRAINT alembic_version_pkc PRIMARY KEY (version_num)
);

GO

-- Running upgrade  -> a1

ALTER TABLE t ADD c BIT NOT NULL DEFAULT 1;

GO

INSERT INTO alembic_version (version_num) OUTPUT inserted.version_num VALUES ('a1');

GO

COMMIT;

GO

--- case: sqlalchemy::server_default_alter::sa_literal_True_32
BEGIN TRANSACTION;

CREATE TABLE alembic_version (
    version_num VARCHAR(32) NOT NULL, 
    CONSTRAINT alembic_version_pkc PRIMARY KEY (version_num)
);

GO

-- Running upgrade  -> a1

ALTER TABLE t ADD DEFAULT 1 FOR c;

GO

INSERT INTO alembic_version (version_num) OUTPUT inserted.version_num VALUES ('a1');

GO

COMMIT;

GO

--- case: sqlalchemy::server_default_add_alter::sa_literal_column___lit_33
BEGIN TRANSACTION;

CREATE TABLE alembic_version (
    version_num VARCHAR(32) NOT NULL, 
    CONSTRAINT alembic_version_pkc PRIMARY KEY (version_num)
);

GO

-- Running upgrade  -> a1

ALTER TABLE t ADD c VARCHAR(50) NOT NULL DEFAULT 'lit';

GO

INSERT INTO alembic_version (version_num) OUTPUT inserted.version_num VALUES ('a1');

GO

COMMIT;

GO

--- case: sqlalchemy::server_default::sa_literal_1____sa_literal_2_34
BEGIN TRANSACTION;

CREATE TABLE alembic_version (
    version_num VARCHAR(32) NOT NULL, 
    CONSTRAINT alembic_version_pkc PRIMARY KEY (version_num)
);

GO

-- Running upgrade  -> a1

CREATE TABLE t (
    c INTEGER NOT NULL DEFAULT 1 + 2, 
    d INTEGER NULL DEFAULT 1 + 2
);

GO

INSERT INTO alembic_version (version_num) OUTPUT inserted.version_num VALUES ('a1');

GO

COMMIT;

GO

--- case: sqlalchemy::server_default_alter::sa_literal_1____sa_literal_2_34
BEGIN TRANSACTION;

CREATE TABLE alembic_version (
    version_num VARCHAR(32) NOT NULL, 
    CONSTRAINT alembic_version_pkc PRIMARY KEY (version_num)
);

GO

-- Running upgrade  -> a1

ALTER TABLE t ADD DEFAULT 1 + 2 FOR c;

GO

INSERT INTO alembic_version (version_num) OUTPUT inserted.version_num VALUES ('a1');

GO

COMMIT;

GO

--- case: sqlalchemy::server_default_add_alter::sa_cast__5___sa_Integer_35
BEGIN TRANSACTION;

CREATE TABLE alembic_version (
    version_num VARCHAR(32) NOT NULL, 
    CONSTRAINT alembic_version_pkc PRIMARY KEY (version_num)
);

GO

-- Running upgrade  -> a1

ALTER TABLE t ADD c VARCHAR(50) NOT NULL DEFAULT CAST(5 AS INTEGER);

GO

INSERT INTO alembic_version (version_num) OUTPUT inserted.version_num VALUES ('a1');

GO

COMMIT;

GO

--- case: sqlalchemy::server_default::sa_DefaultClause__dc_37
BEGIN TRANSACTION;

CREATE TABLE alembic_version (
    version_num VARCHAR(32) NOT NULL, 
    CONSTRAINT alembic_version_pkc PRIMARY KEY (version_num)
);

GO

-- Running upgrade  -> a1

CREATE TABLE t (
    c VARCHAR(50) NOT NULL DEFAULT 'dc', 
    d VARCHAR(50) NULL DEFAULT 'dc'
);

GO

INSERT INTO alembic_version (version_num) OUTPUT inserted.version_num VALUES ('a1');

GO

COMMIT;

GO

--- case: sqlalchemy::server_default_add_alter::sa_DefaultClause__dc_37
BEGIN TRANSACTION;

CREATE TABLE alembic_version (
    version_num VARCHAR(32) NOT NULL, 
    CONSTRAINT alembic_version_pkc PRIMARY KEY (version_num)
);

GO

-- Running upgrade  -> a1

ALTER TABLE t ADD c VARCHAR(50) NOT NULL DEFAULT 'dc';

GO

INSERT INTO alembic_version (version_num) OUTPUT inserted.version_num VALUES ('a1');

GO

COMMIT;

GO

--- case: sqlalchemy::server_default::sa_DefaultClause_sa_text__12_38
BEGIN TRANSACTION;

CREATE TABLE alembic_version (
    version_num VARCHAR(32) NOT NULL, 
    CONSTRAINT alembic_version_pkc PRIMARY KEY (version_num)
);

GO

-- Running upgrade  -> a1

CREATE TABLE t (
    c VARCHAR(50) NOT NULL DEFAULT 12, 
    d VARCHAR(50) NULL DEFAULT 12
);

GO

INSERT INTO alembic_version (version_num) OUTPUT inserted.version_num VALUES ('a1');

GO

COMMIT;

GO

--- case: sqlalchemy::server_default_add_alter::sa_DefaultClause_sa_text__12_38
BEGIN TRANSACTION;

CREATE TABLE alembic_version (
    version_num VARCHAR(32) NOT NULL, 
    CONSTRAINT alembic_version_pkc PRIMARY KEY (version_num)
);

GO

-- Running upgrade  -> a1

ALTER TABLE t ADD c VARCHAR(50) NOT NULL DEFAULT 12;

GO

INSERT INTO alembic_version (version_num) OUTPUT inserted.version_num VALUES ('a1');

GO

COMMIT;

GO

--- case: sqlalchemy::server_default_alter::sa_DefaultClause_sa_text__12_38
BEGIN TRANSACTION;

CREATE TABLE alembic_version (
    version_num VARCHAR(32) NOT NULL, 
    CONSTRAINT alembic_version_pkc PRIMARY KEY (version_num)
);

GO

-- Running upgrade  -> a1

ALTER TABLE t ADD DEFAULT 12 FOR c;

GO

INSERT INTO alembic_version (version_num) OUTPUT inserted.version_num VALUES ('a1');

GO

COMMIT;

GO

--- case: sqlalchemy::server_default::sa_Sequence__dflt_seq___next_value_41
BEGIN TRANSACTION;

CREATE TABLE alembic_version (
    version_num VARCHAR(32) NOT NULL, 
    CONSTRAINT alembic_version_pkc PRIMARY KEY (version_num)
);

GO

-- Running upgrade  -> a1

CREATE TABLE t (
    c VARCHAR(50) NOT NULL DEFAULT NEXT VALUE FOR dflt_seq, 
    d VARCHAR(50) NULL DEFAULT NEXT VALUE FOR dflt_seq
);

GO

INSERT INTO alembic_version (version_num) OUTPUT inserted.version_num VALUES ('a1');

GO

COMMIT;

GO

--- case: sqlalchemy::server_default_literal::py_1
BEGIN TRANSACTION;

CREATE TABLE alembic_version (
    version_num VARCHAR(32) NOT NULL, 
    CONSTRAINT alembic_version_pkc PRIMARY KEY (version_num)
);

GO

-- Running upgrade  -> a1

CREATE TABLE t (
    c VARCHAR(10) NULL DEFAULT 1.50
);

GO

INSERT INTO alembic_version (version_num) OUTPUT inserted.version_num VALUES ('a1');

GO

COMMIT;

GO

--- case: defaults::construct_of_its_own
BEGIN TRANSACTION;

CREATE TABLE alembic_version (
    version_num VARCHAR(32) NOT NULL, 
    CONSTRAINT alembic_version_pkc PRIMARY KEY (version_num)
);

GO

-- Running upgrade  -> a1

CREATE TABLE t (
    c DATETIME NULL DEFAULT CURRENT_TIMESTAMP
);

GO

ALTER TABLE t ADD d DATETIME NULL DEFAULT CURRENT_TIMESTAMP;

GO

ALTER TABLE t ADD DEFAULT CURRENT_TIMESTAMP FOR c;

GO

INSERT INTO alembic_version (version_num) OUTPUT inserted.version_num VALUES ('a1');

GO

COMMIT;

GO

--- case: defaults::several_lines
BEGIN TRANSACTION;

CREATE TABLE alembic_version (
    version_num VARCHAR(32) NOT NULL, 
    CONSTRAINT alembic_version_pkc PRIMARY KEY (version_num)
);

GO

-- Running upgrade  -> a1

ALTER TABLE t ADD a VARCHAR(36) NULL DEFAULT 
        uuid_in(md5(random()));

GO

ALTER TABLE t ADD b INTEGER NULL DEFAULT one\ntwo;

GO

ALTER TABLE t ADD c INTEGER NULL DEFAULT \n5;

GO

CREATE TABLE u (
    c INTEGER NULL DEFAULT \n5, 
    d INTEGER NULL DEFAULT five
);

GO

INSERT INTO alembic_version (version_num) OUTPUT inserted.version_num VALUES ('a1');

GO

COMMIT;

GO

