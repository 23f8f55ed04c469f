--- case: sqlalchemy::bulk::simple
CREATE TABLE alembic_version (
    version_num VARCHAR(32) NOT NULL, 
    CONSTRAINT alembic_version_pkc PRIMARY KEY (version_num)
);

-- Running upgrade  -> a1

INSERT INTO account (id, name) VALUES (1, 'a');

INSERT INTO account (id, name) VALUES (2, 'b');

INSERT INTO alembic_version (version_num) VALUES ('a1') RETURNING alembic_version.version_num;

--- case: sqlalchemy::bulk::nulls_bools
CREATE TABLE alembic_version (
    version_num VARCHAR(32) NOT NULL, 
    CONSTRAINT alembic_version_pkc PRIMARY KEY (version_num)
);

-- Running upgrade  -> a1

INSERT INTO account (id, name, balance, active) VALUES (1, NULL, 9.90, true);

INSERT INTO account (id, name, balance, active) VALUES (2, 'x', NULL, false);

INSERT INTO alembic_version (version_num) VALUES ('a1') RETURNING alembic_version.version_num;

--- case: sqlalchemy::bulk::dates
CREATE TABLE alembic_version (
    version_num VARCHAR(32) NOT NULL, 
    CONSTRAINT alembic_version_pkc PRIMARY KEY (version_num)
);

-- Running upgrade  -> a1

INSERT INTO account (id, created) VALUES (1, '2020-01-01 12:00:00');

INSERT INTO alembic_version (version_num) VALUES ('a1') RETURNING alembic_version.version_num;

--- case: sqlalchemy::bulk::inline_date
CREATE TABLE alembic_version (
    version_num VARCHAR(32) NOT NULL, 
    CONSTRAINT alembic_version_pkc PRIMARY KEY (version_num)
);

-- Running upgrade  -> a1

INSERT INTO account (id, name) VALUES (1, 'x');

INSERT INTO account (id, name) VALUES (2, 'y');

INSERT INTO alembic_version (version_num) VALUES ('a1') RETURNING alembic_version.version_num;

--- case: sqlalchemy::bulk::empty
CREATE TABLE alembic_version (
    version_num VARCHAR(32) NOT NULL, 
    CONSTRAINT alembic_version_pkc PRIMARY KEY (version_num)
);

-- Running upgrade  -> a1

INSERT INTO alembic_version (version_num) VALUES ('a1') RETURNING alembic_version.version_num;

--- case: sqlalchemy::bulk::func_value
--- error: CompileError: Could not render literal value "<sqlalchemy.sql.functions.now; now>" with datatype DATETIME; see parent stack trace for more detail.
--- case: sqlalchemy::bulk::unknown_key
--- error: KeyError: 'nope'
--- case: sqlalchemy::bulk::default_col
CREATE TABLE alembic_version (
    version_num VARCHAR(32) NOT NULL, 
    CONSTRAINT alembic_version_pkc PRIMARY KEY (version_num)
);

-- Running upgrade  -> a1

INSERT INTO tt (id, n) VALUES (1, NULL);

INSERT INTO alembic_version (version_num) VALUES ('a1') RETURNING alembic_version.version_num;

--- case: sqlalchemy::bulk::enum
CREATE TABLE alembic_version (
    version_num VARCHAR(32) NOT NULL, 
    CONSTRAINT alembic_version_pkc PRIMARY KEY (version_num)
);

-- Running upgrade  -> a1

INSERT INTO tt (e, u, d) VALUES ('a', '00000000-0000-0000-0000-000000000005', '2021-02-03');

INSERT INTO alembic_version (version_num) VALUES ('a1') RETURNING alembic_version.version_num;

