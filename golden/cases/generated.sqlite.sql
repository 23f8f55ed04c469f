--- case: sqlalchemy::generated_add::sa_Computed__a___b_0
CREATE TABLE alembic_version (
    version_num VARCHAR(32) NOT NULL, 
    CONSTRAINT alembic_version_pkc PRIMARY KEY (version_num)
);

-- Running upgrade  -> a1

ALTER TABLE t ADD COLUMN g INTEGER GENERATED ALWAYS AS (a + b);

INSERT INTO alembic_version (version_num) VALUES ('a1') RETURNING version_num;

--- case: sqlalchemy::generated::sa_Computed__a___b___persisted_True_1
CREATE TABLE alembic_version (
    version_num VARCHAR(32) NOT NULL, 
    CONSTRAINT alembic_version_pkc PRIMARY KEY (version_num)
);

-- Running upgrade  -> a1

CREATE TABLE t (
    a INTEGER, 
    b INTEGER, 
    g INTEGER GENERATED ALWAYS AS (a + b) STORED
);

INSERT INTO alembic_version (version_num) VALUES ('a1') RETURNING version_num;

--- case: sqlalchemy::generated_add::sa_Computed__a___b___persisted_True_1
CREATE TABLE alembic_version (
    version_num VARCHAR(32) NOT NULL, 
    CONSTRAINT alembic_version_pkc PRIMARY KEY (version_num)
);

-- Running upgrade  -> a1

ALTER TABLE t ADD COLUMN g INTEGER GENERATED ALWAYS AS (a + b) STORED;

INSERT INTO alembic_version (version_num) VALUES ('a1') RETURNING version_num;

--- case: sqlalchemy::generated::sa_Computed__a___b___persisted_False_2
CREATE TABLE alembic_version (
    version_num VARCHAR(32) NOT NULL, 
    CONSTRAINT alembic_version_pkc PRIMARY KEY (version_num)
);

-- Running upgrade  -> a1

CREATE TABLE t (
    a INTEGER, 
    b INTEGER, 
    g INTEGER GENERATED ALWAYS AS (a + b) VIRTUAL
);

INSERT INTO alembic_version (version_num) VALUES ('a1') RETURNING version_num;

--- case: sqlalchemy::generated_add::sa_Computed__a___b___persisted_False_2
CREATE TABLE alembic_version (
    version_num VARCHAR(32) NOT NULL, 
    CONSTRAINT alembic_version_pkc PRIMARY KEY (version_num)
);

-- Running upgrade  -> a1

ALTER TABLE t ADD COLUMN g INTEGER GENERATED ALWAYS AS (a + b) VIRTUAL;

INSERT INTO alembic_version (version_num) VALUES ('a1') RETURNING version_num;

--- case: sqlalchemy::generated_add::sa_Computed_sa_text__lower__X_______persisted_True_3
CREATE TABLE alembic_version (
    version_num VARCHAR(32) NOT NULL, 
    CONSTRAINT alembic_version_pkc PRIMARY KEY (version_num)
);

-- Running upgrade  -> a1

ALTER TABLE t ADD COLUMN g INTEGER GENERATED ALWAYS AS (lower('X%')) STORED;

INSERT INTO alembic_version (version_num) VALUES ('a1') RETURNING version_num;

--- case: sqlalchemy::generated::sa_Computed_sa_column__a_____2_4
CREATE TABLE alembic_version (
    version_num VARCHAR(32) NOT NULL, 
    CONSTRAINT alembic_version_pkc PRIMARY KEY (version_num)
);

-- Running upgrade  -> a1

CREATE TABLE t (
    a INTEGER, 
    b INTEGER, 
    g INTEGER GENERATED ALWAYS AS (a * 2)
);

INSERT INTO alembic_version (version_num) VALUES ('a1') RETURNING version_num;

--- case: sqlalchemy::generated_add::sa_Identity_5
CREATE TABLE alembic_version (
    version_num VARCHAR(32) NOT NULL, 
    CONSTRAINT alembic_version_pkc PRIMARY KEY (version_num)
);

-- Running upgrade  -> a1

ALTER TABLE t ADD COLUMN g INTEGER NOT NULL;

INSERT INTO alembic_version (version_num) VALUES ('a1') RETURNING version_num;

--- case: sqlalchemy::generated::sa_Identity_always_True_6
CREATE TABLE alembic_version (
    version_num VARCHAR(32) NOT NULL, 
    CONSTRAINT alembic_version_pkc PRIMARY KEY (version_num)
);

-- Running upgrade  -> a1

CREATE TABLE t (
    a INTEGER, 
    b INTEGER, 
    g INTEGER NOT NULL
);

INSERT INTO alembic_version (version_num) VALUES ('a1') RETURNING version_num;

--- case: sqlalchemy::generated::sa_Identity_start_10__increment_5_7
CREATE TABLE alembic_version (
    version_num VARCHAR(32) NOT NULL, 
    CONSTRAINT alembic_version_pkc PRIMARY KEY (version_num)
);

-- Running upgrade  -> a1

CREATE TABLE t (
    a INTEGER, 
    b INTEGER, 
    g INTEGER NOT NULL
);

INSERT INTO alembic_version (version_num) VALUES ('a1') RETURNING version_num;

--- case: sqlalchemy::generated::sa_Identity_always_False__cycle_False_10
CREATE TABLE alembic_version (
    version_num VARCHAR(32) NOT NULL, 
    CONSTRAINT alembic_version_pkc PRIMARY KEY (version_num)
);

-- Running upgrade  -> a1

CREATE TABLE t (
    a INTEGER, 
    b INTEGER, 
    g INTEGER NOT NULL
);

INSERT INTO alembic_version (version_num) VALUES ('a1') RETURNING version_num;

--- case: sqlalchemy::generated_add::sa_Identity_always_False__cycle_False_10
CREATE TABLE alembic_version (
    version_num VARCHAR(32) NOT NULL, 
    CONSTRAINT alembic_version_pkc PRIMARY KEY (version_num)
);

-- Running upgrade  -> a1

ALTER TABLE t ADD COLUMN g INTEGER NOT NULL;

INSERT INTO alembic_version (version_num) VALUES ('a1') RETURNING version_num;

--- case: sqlalchemy::generated_add::sa_Identity_oracle_order_True__oracle_on_null_True_11
CREATE TABLE alembic_version (
    version_num VARCHAR(32) NOT NULL, 
    CONSTRAINT alembic_version_pkc PRIMARY KEY (version_num)
);

-- Running upgrade  -> a1

ALTER TABLE t ADD COLUMN g INTEGER NOT NULL;

INSERT INTO alembic_version (version_num) VALUES ('a1') RETURNING version_num;

--- case: sqlalchemy::generated::identity_pk
CREATE TABLE alembic_version (
    version_num VARCHAR(32) NOT NULL, 
    CONSTRAINT alembic_version_pkc PRIMARY KEY (version_num)
);

-- Running upgrade  -> a1

CREATE TABLE t (
    id BIGINT NOT NULL, 
    x TEXT, 
    PRIMARY KEY (id)
);

INSERT INTO alembic_version (version_num) VALUES ('a1') RETURNING version_num;

