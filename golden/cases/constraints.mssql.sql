--- case: sqlalchemy::constraint::sa_UniqueConstraint__a_2
BEGIN TRANSACTION;

CREATE TABLE alembic_version (
    version_num VARCHAR(32) NOT NULL, 
    CONSTRAINT alembic_version_pkc PRIMARY KEY (version_num)
);

GO

-- Running upgrade  -> a1

CREATE TABLE t (
    a INTEGER NULL, 
    b INTEGER NULL, 
    c VARCHAR(20) NULL, 
    UNIQUE (a)
);

GO

INSERT INTO alembic_version (version_num) OUTPUT inserted.version_num VALUES ('a1');

GO

COMMIT;

GO

--- case: sqlalchemy::constraint::sa_ForeignKeyConstraint___a______other_id_13
BEGIN TRANSACTION;

CREATE TABLE alembic_version (
    version_num VARCHAR(32) NOT NULL, 
    CONSTRAINT alembic_version_pkc PRIMARY KEY (version_num)
);

GO

-- Running upgrade  -> a1

CREATE TABLE t (
    a INTEGER NULL, 
    b INTEGER NULL, 
    c VARCHAR(20) NULL, 
    FOREIGN KEY(a) REFERENCES other (id)
);

GO

INSERT INTO alembic_version (version_num) OUTPUT inserted.version_num VALUES ('a1');

GO

COMMIT;

GO

--- case: sqlalchemy::constraint::sa_ForeignKeyConstraint___a____b______other_x____other_y____name__fk_t_14
BEGIN TRANSACTION;

CREATE TABLE alembic_version (
    version_num VARCHAR(32) NOT NULL, 
    CONSTRAINT alembic_version_pkc PRIMARY KEY (version_num)
);

GO

-- Running upgrade  -> a1

CREATE TABLE t (
    a INTEGER NULL, 
    b INTEGER NULL, 
    c VARCHAR(20) NULL, 
    CONSTRAINT fk_two FOREIGN KEY(a, b) REFERENCES other (x, y)
);

GO

INSERT INTO alembic_version (version_num) OUTPUT inserted.version_num VALUES ('a1');

GO

COMMIT;

GO

--- case: sqlalchemy::constraint::sa_ForeignKeyConstraint___a______other_id____deferrable_True__initiall_16
BEGIN TRANSACTION;

CREATE TABLE alembic_version (
    version_num VARCHAR(32) NOT NULL, 
    CONSTRAINT alembic_version_pkc PRIMARY KEY (version_num)
);

GO

-- Running upgrade  -> a1

CREATE TABLE t (
    a INTEGER NULL, 
    b INTEGER NULL, 
    c VARCHAR(20) NULL, 
    FOREIGN KEY(a) REFERENCES other (id) DEFERRABLE INITIALLY DEFERRED
);

GO

INSERT INTO alembic_version (version_num) OUTPUT inserted.version_num VALUES ('a1');

GO

COMMIT;

GO

--- case: sqlalchemy::constraint::sa_ForeignKeyConstraint___a______sch_other_id____name__fk_schema_18
BEGIN TRANSACTION;

CREATE TABLE alembic_version (
    version_num VARCHAR(32) NOT NULL, 
    CONSTRAINT alembic_version_pkc PRIMARY KEY (version_num)
);

GO

-- Running upgrade  -> a1

CREATE TABLE t (
    a INTEGER NULL, 
    b INTEGER NULL, 
    c VARCHAR(20) NULL, 
    CONSTRAINT fk_schema FOREIGN KEY(a) REFERENCES sch.other (id)
);

GO

INSERT INTO alembic_version (version_num) OUTPUT inserted.version_num VALUES ('a1');

GO

COMMIT;

GO

--- case: sqlalchemy::constraint::sa_ForeignKeyConstraint___a______t_b____name__fk_self_19
BEGIN TRANSACTION;

CREATE TABLE alembic_version (
    version_num VARCHAR(32) NOT NULL, 
    CONSTRAINT alembic_version_pkc PRIMARY KEY (version_num)
);

GO

-- Running upgrade  -> a1

CREATE TABLE t (
    a INTEGER NULL, 
    b INTEGER NULL, 
    c VARCHAR(20) NULL, 
    CONSTRAINT fk_self FOREIGN KEY(a) REFERENCES t (b)
);

GO

INSERT INTO alembic_version (version_num) OUTPUT inserted.version_num VALUES ('a1');

GO

COMMIT;

GO

--- case: sqlalchemy::constraint::sa_ForeignKeyConstraint___a______other_id____use_alter_True__name__fk_20
BEGIN TRANSACTION;

CREATE TABLE alembic_version (
    version_num VARCHAR(32) NOT NULL, 
    CONSTRAINT alembic_version_pkc PRIMARY KEY (version_num)
);

GO

-- Running upgrade  -> a1

CREATE TABLE t (
    a INTEGER NULL, 
    b INTEGER NULL, 
    c VARCHAR(20) NULL
);

GO

INSERT INTO alembic_version (version_num) OUTPUT inserted.version_num VALUES ('a1');

GO

COMMIT;

GO

--- case: sqlalchemy::constraint::sa_ForeignKeyConstraint___a______other_id____comment__why___name__fk_c_23
BEGIN TRANSACTION;

CREATE TABLE alembic_version (
    version_num VARCHAR(32) NOT NULL, 
    CONSTRAINT alembic_version_pkc PRIMARY KEY (version_num)
);

GO

-- Running upgrade  -> a1

CREATE TABLE t (
    a INTEGER NULL, 
    b INTEGER NULL, 
    c VARCHAR(20) NULL, 
    CONSTRAINT fk_c FOREIGN KEY(a) REFERENCES other (id)
);

GO

INSERT INTO alembic_version (version_num) OUTPUT inserted.version_num VALUES ('a1');

GO

COMMIT;

GO

--- case: sqlalchemy::fk::sa_ForeignKey__other_id_0
BEGIN TRANSACTION;

CREATE TABLE alembic_version (
    version_num VARCHAR(32) NOT NULL, 
    CONSTRAINT alembic_version_pkc PRIMARY KEY (version_num)
);

GO

-- Running upgrade  -> a1

CREATE TABLE t (
    id INTEGER NOT NULL IDENTITY, 
    a INTEGER NULL, 
    PRIMARY KEY (id), 
    FOREIGN KEY(a) REFERENCES other (id)
);

GO

INSERT INTO alembic_version (version_num) OUTPUT inserted.version_num VALUES ('a1');

GO

COMMIT;

GO

--- case: sqlalchemy::fk_add::sa_ForeignKey__other_id_0
BEGIN TRANSACTION;

CREATE TABLE alembic_version (
    version_num VARCHAR(32) NOT NULL, 
    CONSTRAINT alembic_version_pkc PRIMARY KEY (version_num)
);

GO

-- Running upgrade  -> a1

ALTER TABLE t ADD a INTEGER NULL;

GO

ALTER TABLE t ADD FOREIGN KEY(a) REFERENCES other (id);

GO

INSERT INTO alembic_version (version_num) OUTPUT inserted.version_num VALUES ('a1');

GO

COMMIT;

GO

--- case: sqlalchemy::fk_add::sa_ForeignKey__other_id___name__fk_a_1
BEGIN TRANSACTION;

CREATE TABLE alembic_version (
    version_num VARCHAR(32) NOT NULL, 
    CONSTRAINT alembic_version_pkc PRIMARY KEY (version_num)
);

GO

-- Running upgrade  -> a1

ALTER TABLE t ADD a INTEGER NULL;

GO

ALTER TABLE t ADD CONSTRAINT fk_a FOREIGN KEY(a) REFERENCES other (id);

GO

INSERT INTO alembic_version (version_num) OUTPUT inserted.version_num VALUES ('a1');

GO

COMMIT;

GO

--- case: sqlalchemy::fk_add::sa_ForeignKey__other_id___ondelete__CASCADE_2
BEGIN TRANSACTION;

CREATE TABLE alembic_version (
    version_num VARCHAR(32) NOT NULL, 
    CONSTRAINT alembic_version_pkc PRIMARY KEY (version_num)
);

GO

-- Running upgrade  -> a1

ALTER TABLE t ADD a INTEGER NULL;

GO

ALTER TABLE t ADD FOREIGN KEY(a) REFERENCES other (id) ON DELETE CASCADE;

GO

INSERT INTO alembic_version (version_num) OUTPUT inserted.version_num VALUES ('a1');

GO

COMMIT;

GO

--- case: sqlalchemy::fk::sa_ForeignKey__other_id___match__SIMPLE_5
BEGIN TRANSACTION;

CREATE TABLE alembic_version (
    version_num VARCHAR(32) NOT NULL, 
    CONSTRAINT alembic_version_pkc PRIMARY KEY (version_num)
);

GO

-- Running upgrade  -> a1

CREATE TABLE t (
    id INTEGER NOT NULL IDENTITY, 
    a INTEGER NULL, 
    PRIMARY KEY (id), 
    FOREIGN KEY(a) REFERENCES other (id) MATCH SIMPLE
);

GO

INSERT INTO alembic_version (version_num) OUTPUT inserted.version_num VALUES ('a1');

GO

COMMIT;

GO

--- case: sqlalchemy::fk::sa_ForeignKey__other_id___use_alter_True__name__fk_ua_6
BEGIN TRANSACTION;

CREATE TABLE alembic_version (
    version_num VARCHAR(32) NOT NULL, 
    CONSTRAINT alembic_version_pkc PRIMARY KEY (version_num)
);

GO

-- Running upgrade  -> a1

CREATE TABLE t (
    id INTEGER NOT NULL IDENTITY, 
    a INTEGER NULL, 
    PRIMARY KEY (id)
);

GO

INSERT INTO alembic_version (version_num) OUTPUT inserted.version_num VALUES ('a1');

GO

COMMIT;

GO

--- case: sqlalchemy::fk_add::sa_ForeignKey__other_id___use_alter_True__name__fk_ua_6
BEGIN TRANSACTION;

CREATE TABLE alembic_version (
    version_num VARCHAR(32) NOT NULL, 
    CONSTRAINT alembic_version_pkc PRIMARY KEY (version_num)
);

GO

-- Running upgrade  -> a1

ALTER TABLE t ADD a INTEGER NULL;

GO

ALTER TABLE t ADD CONSTRAINT fk_ua FOREIGN KEY(a) REFERENCES other (id);

GO

INSERT INTO alembic_version (version_num) OUTPUT inserted.version_num VALUES ('a1');

GO

COMMIT;

GO

--- case: sqlalchemy::fk::sa_ForeignKey__other_id___ondelete__cascade_7
BEGIN TRANSACTION;

CREATE TABLE alembic_version (
    version_num VARCHAR(32) NOT NULL, 
    CONSTRAINT alembic_version_pkc PRIMARY KEY (version_num)
);

GO

-- Running upgrade  -> a1

CREATE TABLE t (
    id INTEGER NOT NULL IDENTITY, 
    a INTEGER NULL, 
    PRIMARY KEY (id), 
    FOREIGN KEY(a) REFERENCES other (id) ON DELETE cascade
);

GO

INSERT INTO alembic_version (version_num) OUTPUT inserted.version_num VALUES ('a1');

GO

COMMIT;

GO

--- case: sqlalchemy::fk_add::sa_ForeignKey__other_id___ondelete__NO_ACTION___onupdate__RESTRICT_8
BEGIN TRANSACTION;

CREATE TABLE alembic_version (
    version_num VARCHAR(32) NOT NULL, 
    CONSTRAINT alembic_version_pkc PRIMARY KEY (version_num)
);

GO

-- Running upgrade  -> a1

ALTER TABLE t ADD a INTEGER NULL;

GO

ALTER TABLE t ADD FOREIGN KEY(a) REFERENCES other (id) ON DELETE NO ACTION ON UPDATE RESTRICT;

GO

INSERT INTO alembic_version (version_num) OUTPUT inserted.version_num VALUES ('a1');

GO

COMMIT;

GO

