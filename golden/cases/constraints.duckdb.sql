--- case: sqlalchemy::constraint::sa_UniqueConstraint__a_2
CREATE TABLE alembic_version (
    version_num VARCHAR(32) NOT NULL, 
    CONSTRAINT alembic_version_pkc PRIMARY KEY (version_num)
);

-- Running upgrade  -> a1

CREATE TABLE t (
    a INTEGER, 
    b INTEGER, 
    c VARCHAR(20), 
    UNIQUE (a)
);

INSERT INTO alembic_version (version_num) VALUES ('a1') RETURNING alembic_version.version_num;

--- case: sqlalchemy::constraint::sa_ForeignKeyConstraint___a______other_id_13
CREATE TABLE alembic_version (
    version_num VARCHAR(32) NOT NULL, 
    CONSTRAINT alembic_version_pkc PRIMARY KEY (version_num)
);

-- Running upgrade  -> a1

CREATE TABLE t (
    a INTEGER, 
    b INTEGER, 
    c VARCHAR(20), 
    FOREIGN KEY(a) REFERENCES other (id)
);

INSERT INTO alembic_version (version_num) VALUES ('a1') RETURNING alembic_version.version_num;

--- case: sqlalchemy::constraint::sa_ForeignKeyConstraint___a____b______other_x____other_y____name__fk_t_14
CREATE TABLE alembic_version (
    version_num VARCHAR(32) NOT NULL, 
    CONSTRAINT alembic_version_pkc PRIMARY KEY (version_num)
);

-- Running upgrade  -> a1

CREATE TABLE t (
    a INTEGER, 
    b INTEGER, 
    c VARCHAR(20), 
    CONSTRAINT fk_two FOREIGN KEY(a, b) REFERENCES other (x, y)
);

INSERT INTO alembic_version (version_num) VALUES ('a1') RETURNING alembic_version.version_num;

--- case: sqlalchemy::constraint::sa_ForeignKeyConstraint___a______other_id____deferrable_True__initiall_16
CREATE TABLE alembic_version (
    version_num VARCHAR(32) NOT NULL, 
    CONSTRAINT alembic_version_pkc PRIMARY KEY (version_num)
);

-- Running upgrade  -> a1

CREATE TABLE t (
    a INTEGER, 
    b INTEGER, 
    c VARCHAR(20), 
    FOREIGN KEY(a) REFERENCES other (id) DEFERRABLE INITIALLY DEFERRED
);

INSERT INTO alembic_version (version_num) VALUES ('a1') RETURNING alembic_version.version_num;

--- case: sqlalchemy::constraint::sa_ForeignKeyConstraint___a______sch_other_id____name__fk_schema_18
CREATE TABLE alembic_version (
    version_num VARCHAR(32) NOT NULL, 
    CONSTRAINT alembic_version_pkc PRIMARY KEY (version_num)
);

-- Running upgrade  -> a1

CREATE TABLE t (
    a INTEGER, 
    b INTEGER, 
    c VARCHAR(20), 
    CONSTRAINT fk_schema FOREIGN KEY(a) REFERENCES sch.other (id)
);

INSERT INTO alembic_version (version_num) VALUES ('a1') RETURNING alembic_version.version_num;

--- case: sqlalchemy::constraint::sa_ForeignKeyConstraint___a______t_b____name__fk_self_19
CREATE TABLE alembic_version (
    version_num VARCHAR(32) NOT NULL, 
    CONSTRAINT alembic_version_pkc PRIMARY KEY (version_num)
);

-- Running upgrade  -> a1

CREATE TABLE t (
    a INTEGER, 
    b INTEGER, 
    c VARCHAR(20), 
    CONSTRAINT fk_self FOREIGN KEY(a) REFERENCES t (b)
);

INSERT INTO alembic_version (version_num) VALUES ('a1') RETURNING alembic_version.version_num;

--- case: sqlalchemy::constraint::sa_ForeignKeyConstraint___a______other_id____use_alter_True__name__fk_20
CREATE TABLE alembic_version (
    version_num VARCHAR(32) NOT NULL, 
    CONSTRAINT alembic_version_pkc PRIMARY KEY (version_num)
);

-- Running upgrade  -> a1

CREATE TABLE t (
    a INTEGER, 
    b INTEGER, 
    c VARCHAR(20)
);

INSERT INTO alembic_version (version_num) VALUES ('a1') RETURNING alembic_version.version_num;

--- case: sqlalchemy::constraint::sa_ForeignKeyConstraint___a______other_id____comment__why___name__fk_c_23
CREATE TABLE alembic_version (
    version_num VARCHAR(32) NOT NULL, 
    CONSTRAINT alembic_version_pkc PRIMARY KEY (version_num)
);

-- Running upgrade  -> a1

CREATE TABLE t (
    a INTEGER, 
    b INTEGER, 
    c VARCHAR(20), 
    CONSTRAINT fk_c FOREIGN KEY(a) REFERENCES other (id)
);

INSERT INTO alembic_version (version_num) VALUES ('a1') RETURNING alembic_version.version_num;

--- case: sqlalchemy::fk::sa_ForeignKey__other_id_0
CREATE TABLE alembic_version (
    version_num VARCHAR(32) NOT NULL, 
    CONSTRAINT alembic_version_pkc PRIMARY KEY (version_num)
);

-- Running upgrade  -> a1

CREATE TABLE t (
    id SERIAL NOT NULL, 
    a INTEGER, 
    PRIMARY KEY (id), 
    FOREIGN KEY(a) REFERENCES other (id)
);

INSERT INTO alembic_version (version_num) VALUES ('a1') RETURNING alembic_version.version_num;

--- case: sqlalchemy::fk_add::sa_ForeignKey__other_id_0
CREATE TABLE alembic_version (
    version_num VARCHAR(32) NOT NULL, 
    CONSTRAINT alembic_version_pkc PRIMARY KEY (version_num)
);

-- Running upgrade  -> a1

ALTER TABLE t ADD COLUMN a INTEGER;

ALTER TABLE t ADD FOREIGN KEY(a) REFERENCES other (id);

INSERT INTO alembic_version (version_num) VALUES ('a1') RETURNING alembic_version.version_num;

--- case: sqlalchemy::fk_add::sa_ForeignKey__other_id___name__fk_a_1
CREATE TABLE alembic_version (
    version_num VARCHAR(32) NOT NULL, 
    CONSTRAINT alembic_version_pkc PRIMARY KEY (version_num)
);

-- Running upgrade  -> a1

ALTER TABLE t ADD COLUMN a INTEGER;

ALTER TABLE t ADD CONSTRAINT fk_a FOREIGN KEY(a) REFERENCES other (id);

INSERT INTO alembic_version (version_num) VALUES ('a1') RETURNING alembic_version.version_num;

--- case: sqlalchemy::fk_add::sa_ForeignKey__other_id___ondelete__CASCADE_2
CREATE TABLE alembic_version (
    version_num VARCHAR(32) NOT NULL, 
    CONSTRAINT alembic_version_pkc PRIMARY KEY (version_num)
);

-- Running upgrade  -> a1

ALTER TABLE t ADD COLUMN a INTEGER;

ALTER TABLE t ADD FOREIGN KEY(a) REFERENCES other (id) ON DELETE CASCADE;

INSERT INTO alembic_version (version_num) VALUES ('a1') RETURNING alembic_version.version_num;

--- case: sqlalchemy::fk::sa_ForeignKey__other_id___match__SIMPLE_5
CREATE TABLE alembic_version (
    version_num VARCHAR(32) NOT NULL, 
    CONSTRAINT alembic_version_pkc PRIMARY KEY (version_num)
);

-- Running upgrade  -> a1

CREATE TABLE t (
    id SERIAL NOT NULL, 
    a INTEGER, 
    PRIMARY KEY (id), 
    FOREIGN KEY(a) REFERENCES other (id) MATCH SIMPLE
);

INSERT INTO alembic_version (version_num) VALUES ('a1') RETURNING alembic_version.version_num;

--- case: sqlalchemy::fk::sa_ForeignKey__other_id___use_alter_True__name__fk_ua_6
CREATE TABLE alembic_version (
    version_num VARCHAR(32) NOT NULL, 
    CONSTRAINT alembic_version_pkc PRIMARY KEY (version_num)
);

-- Running upgrade  -> a1

CREATE TABLE t (
    id SERIAL NOT NULL, 
    a INTEGER, 
    PRIMARY KEY (id)
);

INSERT INTO alembic_version (version_num) VALUES ('a1') RETURNING alembic_version.version_num;

--- case: sqlalchemy::fk_add::sa_ForeignKey__other_id___use_alter_True__name__fk_ua_6
CREATE TABLE alembic_version (
    version_num VARCHAR(32) NOT NULL, 
    CONSTRAINT alembic_version_pkc PRIMARY KEY (version_num)
);

-- Running upgrade  -> a1

ALTER TABLE t ADD COLUMN a INTEGER;

ALTER TABLE t ADD CONSTRAINT fk_ua FOREIGN KEY(a) REFERENCES other (id);

INSERT INTO alembic_version (version_num) VALUES ('a1') RETURNING alembic_version.version_num;

--- case: sqlalchemy::fk::sa_ForeignKey__other_id___ondelete__cascade_7
CREATE TABLE alembic_version (
    version_num VARCHAR(32) NOT NULL, 
    CONSTRAINT alembic_version_pkc PRIMARY KEY (version_num)
);

-- Running upgrade  -> a1

CREATE TABLE t (
    id SERIAL NOT NULL, 
    a INTEGER, 
    PRIMARY KEY (id), 
    FOREIGN KEY(a) REFERENCES other (id) ON DELETE cascade
);

INSERT INTO alembic_version (version_num) VALUES ('a1') RETURNING alembic_version.version_num;

--- case: sqlalchemy::fk_add::sa_ForeignKey__other_id___ondelete__NO_ACTION___onupdate__RESTRICT_8
CREATE TABLE alembic_version (
    version_num VARCHAR(32) NOT NULL, 
    CONSTRAINT alembic_version_pkc PRIMARY KEY (version_num)
);

-- Running upgrade  -> a1

ALTER TABLE t ADD COLUMN a INTEGER;

ALTER TABLE t ADD FOREIGN KEY(a) REFERENCES other (id) ON DELETE NO ACTION ON UPDATE RESTRICT;

INSERT INTO alembic_version (version_num) VALUES ('a1') RETURNING alembic_version.version_num;

