--- case: sqlalchemy::server_default_alter::text_0
CREATE TABLE alembic_version (
    version_num VARCHAR(32) NOT NULL, 
    CONSTRAINT alembic_version_pkc PRIMARY KEY (version_num)
);

-- Running upgrade  -> a1

ALTER TABLE t ALTER COLUMN c SET DEFAULT 'text';

INSERT INTO alembic_version (version_num) VALUES ('a1') RETURNING version_num;

--- case: sqlalchemy::server_default::it_s_1
CREATE TABLE alembic_version (
    version_num VARCHAR(32) NOT NULL, 
    CONSTRAINT alembic_version_pkc PRIMARY KEY (version_num)
);

-- Running upgrade  -> a1

CREATE TABLE t (
    c VARCHAR(50) DEFAULT 'it''s' NOT NULL, 
    d VARCHAR(50) DEFAULT 'it''s'
);

INSERT INTO alembic_version (version_num) VALUES ('a1') RETURNING version_num;

--- case: sqlalchemy::server_default_add_alter::it_s_1
CREATE TABLE alembic_version (
    version_num VARCHAR(32) NOT NULL, 
    CONSTRAINT alembic_version_pkc PRIMARY KEY (version_num)
);

-- Running upgrade  -> a1

ALTER TABLE t ADD COLUMN c VARCHAR(50) DEFAULT 'it''s' NOT NULL;

INSERT INTO alembic_version (version_num) VALUES ('a1') RETURNING version_num;

--- case: sqlalchemy::server_default_add_alter::_2
CREATE TABLE alembic_version (
    version_num VARCHAR(32) NOT NULL, 
    CONSTRAINT alembic_version_pkc PRIMARY KEY (version_num)
);

-- Running upgrade  -> a1

ALTER TABLE t ADD COLUMN c VARCHAR(50) DEFAULT '' NOT NULL;

INSERT INTO alembic_version (version_num) VALUES ('a1') RETURNING version_num;

--- case: sqlalchemy::server_default_add_alter::a_b_4
CREATE TABLE alembic_version (
    version_num VARCHAR(32) NOT NULL, 
    CONSTRAINT alembic_version_pkc PRIMARY KEY (version_num)
);

-- Running upgrade  -> a1

ALTER TABLE t ADD COLUMN c VARCHAR(50) DEFAULT 'a%b' NOT NULL;

INSERT INTO alembic_version (version_num) VALUES ('a1') RETURNING version_num;

--- case: sqlalchemy::server_default_alter::a_b_4
CREATE TABLE alembic_version (
    version_num VARCHAR(32) NOT NULL, 
    CONSTRAINT alembic_version_pkc PRIMARY KEY (version_num)
);

-- Running upgrade  -> a1

ALTER TABLE t ALTER COLUMN c SET DEFAULT 'a%b';

INSERT INTO alembic_version (version_num) VALUES ('a1') RETURNING version_num;

--- case: sqlalchemy::server_default_add_alter::new_nline_6
CREATE TABLE alembic_version (
    version_num VARCHAR(32) NOT NULL, 
    CONSTRAINT alembic_version_pkc PRIMARY KEY (version_num)
);

-- Running upgrade  -> a1

ALTER TABLE t ADD COLUMN c VARCHAR(50) DEFAULT 'new
line' NOT NULL;

INSERT INTO alembic_version (version_num) VALUES ('a1') RETURNING version_num;

--- case: sqlalchemy::server_default_add_alter::x_y_z_7
CREATE TABLE alembic_version (
    version_num VARCHAR(32) NOT NULL, 
    CONSTRAINT alembic_version_pkc PRIMARY KEY (version_num)
);

-- Running upgrade  -> a1

ALTER TABLE t ADD COLUMN c VARCHAR(50) DEFAULT 'x"y`z' NOT NULL;

INSERT INTO alembic_version (version_num) VALUES ('a1') RETURNING version_num;

--- case: sqlalchemy::server_default::naïve_8
CREATE TABLE alembic_version (
    version_num VARCHAR(32) NOT NULL, 
    CONSTRAINT alembic_version_pkc PRIMARY KEY (version_num)
);

-- Running upgrade  -> a1

CREATE TABLE t (
    c VARCHAR(50) DEFAULT 'naïve ☃' NOT NULL, 
    d VARCHAR(50) DEFAULT 'naïve ☃'
);

INSERT INTO alembic_version (version_num) VALUES ('a1') RETURNING version_num;

--- case: sqlalchemy::server_default_alter::naïve_8
CREATE TABLE alembic_version (
    version_num VARCHAR(32) NOT NULL, 
    CONSTRAINT alembic_version_pkc PRIMARY KEY (version_num)
);

-- Running upgrade  -> a1

ALTER TABLE t ALTER COLUMN c SET DEFAULT 'naïve ☃';

INSERT INTO alembic_version (version_num) VALUES ('a1') RETURNING version_num;

--- case: sqlalchemy::server_default::notabind_9
CREATE TABLE alembic_version (
    version_num VARCHAR(32) NOT NULL, 
    CONSTRAINT alembic_version_pkc PRIMARY KEY (version_num)
);

-- Running upgrade  -> a1

CREATE TABLE t (
    c VARCHAR(50) DEFAULT ':notabind' NOT NULL, 
    d VARCHAR(50) DEFAULT ':notabind'
);

INSERT INTO alembic_version (version_num) VALUES ('a1') RETURNING version_num;

--- case: sqlalchemy::server_default::sa_text__0_10
CREATE TABLE alembic_version (
    version_num VARCHAR(32) NOT NULL, 
    CONSTRAINT alembic_version_pkc PRIMARY KEY (version_num)
);

-- Running upgrade  -> a1

CREATE TABLE t (
    c VARCHAR(50) DEFAULT 0 NOT NULL, 
    d VARCHAR(50) DEFAULT 0
);

INSERT INTO alembic_version (version_num) VALUES ('a1') RETURNING version_num;

--- case: sqlalchemy::server_default::sa_text___x_11
CREATE TABLE alembic_version (
    version_num VARCHAR(32) NOT NULL, 
    CONSTRAINT alembic_version_pkc PRIMARY KEY (version_num)
);

-- Running upgrade  -> a1

CREATE TABLE t (
    c VARCHAR(50) DEFAULT 'x' NOT NULL, 
    d VARCHAR(50) DEFAULT 'x'
);

INSERT INTO alembic_version (version_num) VALUES ('a1') RETURNING version_num;

--- case: sqlalchemy::server_default_alter::sa_text__NULL_12
CREATE TABLE alembic_version (
    version_num VARCHAR(32) NOT NULL, 
    CONSTRAINT alembic_version_pkc PRIMARY KEY (version_num)
);

-- Running upgrade  -> a1

ALTER TABLE t ALTER COLUMN c SET DEFAULT NULL;

INSERT INTO alembic_version (version_num) VALUES ('a1') RETURNING version_num;

--- case: sqlalchemy::server_default::sa_text___1___2_14
CREATE TABLE alembic_version (
    version_num VARCHAR(32) NOT NULL, 
    CONSTRAINT alembic_version_pkc PRIMARY KEY (version_num)
);

-- Running upgrade  -> a1

CREATE TABLE t (
    c VARCHAR(50) DEFAULT (1 + 2) NOT NULL, 
    d VARCHAR(50) DEFAULT (1 + 2)
);

INSERT INTO alembic_version (version_num) VALUES ('a1') RETURNING version_num;

--- case: sqlalchemy::server_default_add_alter::sa_text___1___2_14
CREATE TABLE alembic_version (
    version_num VARCHAR(32) NOT NULL, 
    CONSTRAINT alembic_version_pkc PRIMARY KEY (version_num)
);

-- Running upgrade  -> a1

ALTER TABLE t ADD COLUMN c VARCHAR(50) DEFAULT (1 + 2) NOT NULL;

INSERT INTO alembic_version (version_num) VALUES ('a1') RETURNING version_num;

--- case: sqlalchemy::server_default::sa_text___a_b_15
CREATE TABLE alembic_version (
    version_num VARCHAR(32) NOT NULL, 
    CONSTRAINT alembic_version_pkc PRIMARY KEY (version_num)
);

-- Running upgrade  -> a1

CREATE TABLE t (
    c VARCHAR(50) DEFAULT 'a:b' NOT NULL, 
    d VARCHAR(50) DEFAULT 'a:b'
);

INSERT INTO alembic_version (version_num) VALUES ('a1') RETURNING version_num;

--- case: sqlalchemy::server_default_alter::sa_text_r__a__b_16
CREATE TABLE alembic_version (
    version_num VARCHAR(32) NOT NULL, 
    CONSTRAINT alembic_version_pkc PRIMARY KEY (version_num)
);

-- Running upgrade  -> a1

ALTER TABLE t ALTER COLUMN c SET DEFAULT 'a:b';

INSERT INTO alembic_version (version_num) VALUES ('a1') RETURNING version_num;

--- case: sqlalchemy::server_default_alter::sa_text__now_18
CREATE TABLE alembic_version (
    version_num VARCHAR(32) NOT NULL, 
    CONSTRAINT alembic_version_pkc PRIMARY KEY (version_num)
);

-- Running upgrade  -> a1

ALTER TABLE t ALTER COLUMN c SET DEFAULT now();

INSERT INTO alembic_version (version_num) VALUES ('a1') RETURNING version_num;

--- case: sqlalchemy::server_default_add_alter::sa_func_now_19
CREATE TABLE alembic_version (
    version_num VARCHAR(32) NOT NULL, 
    CONSTRAINT alembic_version_pkc PRIMARY KEY (version_num)
);

-- Running upgrade  -> a1

ALTER TABLE t ADD COLUMN c INTEGER DEFAULT CURRENT_TIMESTAMP NOT NULL;

INSERT INTO alembic_version (version_num) VALUES ('a1') RETURNING version_num;

--- case: sqlalchemy::server_default::sa_func_current_timestamp_20
CREATE TABLE alembic_version (
    version_num VARCHAR(32) NOT NULL, 
    CONSTRAINT alembic_version_pkc PRIMARY KEY (version_num)
);

-- Running upgrade  -> a1

CREATE TABLE t (
    c INTEGER DEFAULT CURRENT_TIMESTAMP NOT NULL, 
    d INTEGER DEFAULT CURRENT_TIMESTAMP
);

INSERT INTO alembic_version (version_num) VALUES ('a1') RETURNING version_num;

--- case: sqlalchemy::server_default_add_alter::sa_func_current_date_21
CREATE TABLE alembic_version (
    version_num VARCHAR(32) NOT NULL, 
    CONSTRAINT alembic_version_pkc PRIMARY KEY (version_num)
);

-- Running upgrade  -> a1

ALTER TABLE t ADD COLUMN c INTEGER DEFAULT CURRENT_DATE NOT NULL;

INSERT INTO alembic_version (version_num) VALUES ('a1') RETURNING version_num;

--- case: sqlalchemy::server_default::sa_func_current_user_22
CREATE TABLE alembic_version (
    version_num VARCHAR(32) NOT NULL, 
    CONSTRAINT alembic_version_pkc PRIMARY KEY (version_num)
);

-- Running upgrade  -> a1

CREATE TABLE t (
    c INTEGER DEFAULT CURRENT_USER NOT NULL, 
    d INTEGER DEFAULT CURRENT_USER
);

INSERT INTO alembic_version (version_num) VALUES ('a1') RETURNING version_num;

--- case: sqlalchemy::server_default_add_alter::sa_func_coalesce_None__1_24
CREATE TABLE alembic_version (
    version_num VARCHAR(32) NOT NULL, 
    CONSTRAINT alembic_version_pkc PRIMARY KEY (version_num)
);

-- Running upgrade  -> a1

ALTER TABLE t ADD COLUMN c INTEGER DEFAULT (coalesce(NULL, 1)) NOT NULL;

INSERT INTO alembic_version (version_num) VALUES ('a1') RETURNING version_num;

--- case: sqlalchemy::server_default::sa_func_gen_random_uuid_25
CREATE TABLE alembic_version (
    version_num VARCHAR(32) NOT NULL, 
    CONSTRAINT alembic_version_pkc PRIMARY KEY (version_num)
);

-- Running upgrade  -> a1

CREATE TABLE t (
    c INTEGER DEFAULT (gen_random_uuid()) NOT NULL, 
    d INTEGER DEFAULT (gen_random_uuid())
);

INSERT INTO alembic_version (version_num) VALUES ('a1') RETURNING version_num;

--- case: sqlalchemy::server_default::sa_true_26
CREATE TABLE alembic_version (
    version_num VARCHAR(32) NOT NULL, 
    CONSTRAINT alembic_version_pkc PRIMARY KEY (version_num)
);

-- Running upgrade  -> a1

CREATE TABLE t (
    c BOOLEAN DEFAULT 1 NOT NULL, 
    d BOOLEAN DEFAULT 1
);

INSERT INTO alembic_version (version_num) VALUES ('a1') RETURNING version_num;

--- case: sqlalchemy::server_default_add_alter::sa_true_26
CREATE TABLE alembic_version (
    version_num VARCHAR(32) NOT NULL, 
    CONSTRAINT alembic_version_pkc PRIMARY KEY (version_num)
);

-- Running upgrade  -> a1

ALTER TABLE t ADD COLUMN c BOOLEAN DEFAULT 1 NOT NULL;

INSERT INTO alembic_version (version_num) VALUES ('a1') RETURNING version_num;

--- case: sqlalchemy::server_default_alter::sa_true_26
CREATE TABLE alembic_version (
    version_num VARCHAR(32) NOT NULL, 
    CONSTRAINT alembic_version_pkc PRIMARY KEY (version_num)
);

-- Running upgrade  -> a1

ALTER TABLE t ALTER COLUMN c SET DEFAULT 1;

INSERT INTO alembic_version (version_num) VALUES ('a1') RETURNING version_num;

--- case: sqlalchemy::server_default::sa_false_27
CREATE TABLE alembic_version (
    version_num VARCHAR(32) NOT NULL, 
    CONSTRAINT alembic_version_pkc PRIMARY KEY (version_num)
);

-- Running upgrade  -> a1

CREATE TABLE t (
    c BOOLEAN DEFAULT 0 NOT NULL, 
    d BOOLEAN DEFAULT 0
);

INSERT INTO alembic_version (version_num) VALUES ('a1') RETURNING version_num;

--- case: sqlalchemy::server_default_add_alter::sa_null_28
CREATE TABLE alembic_version (
    version_num VARCHAR(32) NOT NULL, 
    CONSTRAINT alembic_version_pkc PRIMARY KEY (version_num)
);

-- Running upgrade  -> a1

ALTER TABLE t ADD COLUMN c INTEGER DEFAULT NULL NOT NULL;

INSERT INTO alembic_version (version_num) VALUES ('a1') RETURNING version_num;

--- case: sqlalchemy::server_default_alter::sa_null_28
CREATE TABLE alembic_version (
    version_num VARCHAR(32) NOT NULL, 
    CONSTRAINT alembic_version_pkc PRIMARY KEY (version_num)
);

-- Running upgrade  -> a1

ALTER TABLE t ALTER COLUMN c SET DEFAULT NULL;

INSERT INTO alembic_version (version_num) VALUES ('a1') RETURNING version_num;

--- case: sqlalchemy::server_default::sa_literal_5_29
CREATE TABLE alembic_version (
    version_num VARCHAR(32) NOT NULL, 
    CONSTRAINT alembic_version_pkc PRIMARY KEY (version_num)
);

-- Running upgrade  -> a1

CREATE TABLE t (
    c INTEGER DEFAULT 5 NOT NULL, 
    d INTEGER DEFAULT 5
);

INSERT INTO alembic_version (version_num) VALUES ('a1') RETURNING version_num;

--- case: sqlalchemy::server_default::sa_literal_1_5_31
CREATE TABLE alembic_version (
    version_num VARCHAR(32) NOT NULL, 
    CONSTRAINT alembic_version_pkc PRIMARY KEY (version_num)
);

-- Running upgrade  -> a1

CREATE TABLE t (
    c INTEGER DEFAULT (1.5) NOT NULL, 
    d INTEGER DEFAULT (1.5)
);

INSERT INTO alembic_version (version_num) VALUES ('a1') RETURNING version_num;

--- case: sqlalchemy::server_default_add_alter::sa_literal_1_5_31
CREATE TABLE alembic_version (
    version_num VARCHAR(32) NOT NULL, 
    CONSTRAINT alembic_version_pkc PRIMARY KEY (version_num)
);

-- Running upgrade  -> a1

ALTER TABLE t ADD COLUMN c INTEGER DEFAULT (1.5) NOT NULL;

INSERT INTO alembic_version (version_num) VALUES ('a1') RETURNING version_num;

--- case: sqlalchemy::server_default::sa_literal_True_32
CREATE TABLE alembic_version (
    version_num VARCHAR(32) NOT NULL, 
    CONSTRAINT alembic_version_pkc PRIMARY KEY (version_num)
);

-- Running upgrade  -> a1

CREATE TABLE t (
    c BOOLEAN DEFAULT 1 NOT NULL, 
    d BOOLEAN DEFAULT 1
);

INSERT INTO alembic_version (version_num) VALUES ('a1') RETURNING version_num;

--- case: sqlalchemy::server_default_add_alter::sa_literal_True_32
CREATE TABLE alembic_version (
    version_num VARCHAR(32) NOT NULL, 
    CONSTRAINT alembic_version_pkc PRIMARY KEY (version_num)
);

-- Running upgrade  -> a1

ALTER TABLE t ADD COLUMN c BOOLEAN DEFAULT 1 NOT NULL;

INSERT INTO alembic_version (version_num) VALUES ('a1') RETURNING version_num;

--- case: sqlalchemy::server_default_alter::sa_literal_True_32
CREATE TABLE alembic_version (
    version_num VARCHAR(32) NOT NULL, 
    CONSTRAINT alembic_version_pkc PRIMARY KEY (version_num)
);

-- Running upgrade  -> a1

ALTER TABLE t ALTER COLUMN c SET DEFAULT 1;

INSERT INTO alembic_version (version_num) VALUES ('a1') RETURNING version_num;

--- case: sqlalchemy::server_default_add_alter::sa_literal_column___lit_33
CREATE TABLE alembic_version (
    version_num VARCHAR(32) NOT NULL, 
    CONSTRAINT alembic_version_pkc PRIMARY KEY (version_num)
);

-- Running upgrade  -> a1

ALTER TABLE t ADD COLUMN c VARCHAR(50) DEFAULT 'lit' NOT NULL;

INSERT INTO alembic_version (version_num) VALUES ('a1') RETURNING version_num;

--- case: sqlalchemy::server_default::sa_literal_1____sa_literal_2_34
CREATE TABLE alembic_version (
    version_num VARCHAR(32) NOT NULL, 
    CONSTRAINT alembic_version_pkc PRIMARY KEY (version_num)
);

-- Running upgrade  -> a1

CREATE TABLE t (
    c INTEGER DEFAULT (1 + 2) NOT NULL, 
    d INTEGER DEFAULT (1 + 2)
);

INSERT INTO alembic_version (version_num) VALUES ('a1') RETURNING version_num;

--- case: sqlalchemy::server_default_alter::sa_literal_1____sa_literal_2_34
CREATE TABLE alembic_version (
    version_num VARCHAR(32) NOT NULL, 
    CONSTRAINT alembic_version_pkc PRIMARY KEY (version_num)
);

-- Running upgrade  -> a1

ALTER TABLE t ALTER COLUMN c SET DEFAULT 1 + 2;

INSERT INTO alembic_version (version_num) VALUES ('a1') RETURNING version_num;

--- case: sqlalchemy::server_default_add_alter::sa_cast__5___sa_Integer_35
CREATE TABLE alembic_version (
    version_num VARCHAR(32) NOT NULL, 
    CONSTRAINT alembic_version_pkc PRIMARY KEY (version_num)
);

-- Running upgrade  -> a1

ALTER TABLE t ADD COLUMN c VARCHAR(50) DEFAULT (CAST(5 AS INTEGER)) NOT NULL;

INSERT INTO alembic_version (version_num) VALUES ('a1') RETURNING version_num;

--- case: sqlalchemy::server_default::sa_DefaultClause__dc_37
CREATE TABLE alembic_version (
    version_num VARCHAR(32) NOT NULL, 
    CONSTRAINT alembic_version_pkc PRIMARY KEY (version_num)
);

-- Running upgrade  -> a1

CREATE TABLE t (
    c VARCHAR(50) DEFAULT 'dc' NOT NULL, 
    d VARCHAR(50) DEFAULT 'dc'
);

INSERT INTO alembic_version (version_num) VALUES ('a1') RETURNING version_num;

--- case: sqlalchemy::server_default_add_alter::sa_DefaultClause__dc_37
CREATE TABLE alembic_version (
    version_num VARCHAR(32) NOT NULL, 
    CONSTRAINT alembic_version_pkc PRIMARY KEY (version_num)
);

-- Running upgrade  -> a1

ALTER TABLE t ADD COLUMN c VARCHAR(50) DEFAULT 'dc' NOT NULL;

INSERT INTO alembic_version (version_num) VALUES ('a1') RETURNING version_num;

--- case: sqlalchemy::server_default::sa_DefaultClause_sa_text__12_38
CREATE TABLE alembic_version (
    version_num VARCHAR(32) NOT NULL, 
    CONSTRAINT alembic_version_pkc PRIMARY KEY (version_num)
);

-- Running upgrade  -> a1

CREATE TABLE t (
    c VARCHAR(50) DEFAULT 12 NOT NULL, 
    d VARCHAR(50) DEFAULT 12
);

INSERT INTO alembic_version (version_num) VALUES ('a1') RETURNING version_num;

--- case: sqlalchemy::server_default_add_alter::sa_DefaultClause_sa_text__12_38
CREATE TABLE alembic_version (
    version_num VARCHAR(32) NOT NULL, 
    CONSTRAINT alembic_version_pkc PRIMARY KEY (version_num)
);

-- Running upgrade  -> a1

ALTER TABLE t ADD COLUMN c VARCHAR(50) DEFAULT 12 NOT NULL;

INSERT INTO alembic_version (version_num) VALUES ('a1') RETURNING version_num;

--- case: sqlalchemy::server_default_alter::sa_DefaultClause_sa_text__12_38
CREATE TABLE alembic_version (
    version_num VARCHAR(32) NOT NULL, 
    CONSTRAINT alembic_version_pkc PRIMARY KEY (version_num)
);

-- Running upgrade  -> a1

ALTER TABLE t ALTER COLUMN c SET DEFAULT 12;

INSERT INTO alembic_version (version_num) VALUES ('a1') RETURNING version_num;

--- case: sqlalchemy::server_default::sa_Sequence__dflt_seq___next_value_41
--- error: NotImplementedError: Dialect 'sqlite' does not support sequence increments.
--- case: sqlalchemy::server_default_literal::py_1
CREATE TABLE alembic_version (
    version_num VARCHAR(32) NOT NULL, 
    CONSTRAINT alembic_version_pkc PRIMARY KEY (version_num)
);

-- Running upgrade  -> a1

CREATE TABLE t (
    c VARCHAR(10) DEFAULT (1.50)
);

INSERT INTO alembic_version (version_num) VALUES ('a1') RETURNING version_num;

--- case: defaults::construct_of_its_own
CREATE TABLE alembic_version (
    version_num VARCHAR(32) NOT NULL, 
    CONSTRAINT alembic_version_pkc PRIMARY KEY (version_num)
);

-- Running upgrade  -> a1

CREATE TABLE t (
    c DATETIME DEFAULT CURRENT_TIMESTAMP
);

ALTER TABLE t ADD COLUMN d DATETIME DEFAULT CURRENT_TIMESTAMP;

ALTER TABLE t ALTER COLUMN c SET DEFAULT CURRENT_TIMESTAMP;

INSERT INTO alembic_version (version_num) VALUES ('a1') RETURNING version_num;

--- case: defaults::several_lines
CREATE TABLE alembic_version (
    version_num VARCHAR(32) NOT NULL, 
    CONSTRAINT alembic_version_pkc PRIMARY KEY (version_num)
);

-- Running upgrade  -> a1

ALTER TABLE t ADD COLUMN a VARCHAR(36) DEFAULT (
        uuid_in(md5(random()))
    );

ALTER TABLE t ADD COLUMN b INTEGER DEFAULT (one\ntwo);

ALTER TABLE t ADD COLUMN c INTEGER DEFAULT (\n5);

CREATE TABLE u (
    c INTEGER DEFAULT (\n5), 
    d INTEGER DEFAULT five
);

INSERT INTO alembic_version (version_num) VALUES ('a1') RETURNING version_num;

