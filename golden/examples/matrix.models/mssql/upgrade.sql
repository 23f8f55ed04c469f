BEGIN TRANSACTION;

CREATE TABLE alembic_version (
    version_num VARCHAR(32) NOT NULL, 
    CONSTRAINT alembic_version_pkc PRIMARY KEY (version_num)
);

GO

-- Running upgrade  -> m01

CREATE TABLE tag (
    id INTEGER NOT NULL IDENTITY, 
    CONSTRAINT pk_tag PRIMARY KEY (id)
);

GO

CREATE TABLE orders (
    id INTEGER NOT NULL IDENTITY, 
    at DATETIME NULL, 
    CONSTRAINT pk_orders PRIMARY KEY (id)
);

GO

CREATE TABLE sales_q1 (
    id INTEGER NULL, 
    total NUMERIC(10, 2) NULL
);

GO

CREATE TABLE sales_q2 (
    id INTEGER NULL, 
    total NUMERIC(10, 2) NULL
);

GO

CREATE TABLE person (
    id BIGINT NOT NULL IDENTITY, 
    boss_id BIGINT NULL, 
    CONSTRAINT pk_person PRIMARY KEY (id), 
    FOREIGN KEY(boss_id) REFERENCES person (id)
);

GO

CREATE TABLE shelf (
    id INTEGER NOT NULL IDENTITY, 
    color VARCHAR(1) NOT NULL, 
    other VARCHAR(1) NULL, 
    CONSTRAINT pk_shelf PRIMARY KEY (id)
);

GO

CREATE TABLE book (
    id INTEGER NOT NULL IDENTITY, 
    state VARCHAR(20) NULL, 
    high INTEGER NULL, 
    least INTEGER NULL, 
    CONSTRAINT pk_book PRIMARY KEY (id), 
    CONSTRAINT state CHECK (state IN ('new', 'old')), 
    CHECK (high > least AND least >= 0)
);

GO

CREATE INDEX ix_part ON book (state) WHERE least > 3;

GO

CREATE TABLE page (
    id INTEGER NOT NULL IDENTITY, 
    text VARCHAR(20) NULL, 
    CONSTRAINT pk_page PRIMARY KEY (id)
);

GO

CREATE TABLE visit (
    id INTEGER NOT NULL IDENTITY, 
    person_id BIGINT NULL, 
    CONSTRAINT pk_visit PRIMARY KEY (id), 
    FOREIGN KEY(person_id) REFERENCES person (id)
);

GO

INSERT INTO alembic_version (version_num) OUTPUT inserted.version_num VALUES ('m01');

GO

-- Running upgrade m01 -> m02

CREATE TABLE note (
    name VARCHAR(20) NULL, 
    made DATETIME NULL
);

GO

INSERT INTO note VALUES ('visit', now());

GO

INSERT INTO note VALUES ('tag', now());

GO

INSERT INTO note VALUES ('orders', now());

GO

INSERT INTO note VALUES ('sales_q1', now());

GO

INSERT INTO note VALUES ('sales_q2', now());

GO

INSERT INTO note VALUES ('person', now());

GO

INSERT INTO note VALUES ('shelf', now());

GO

INSERT INTO note VALUES ('book', now());

GO

INSERT INTO note VALUES ('page', now());

GO

UPDATE alembic_version SET version_num='m02' WHERE alembic_version.version_num = 'm01';

GO

-- Running upgrade m02 -> m03

ALTER TABLE note ADD [by] VARCHAR(20) NULL;

GO

UPDATE alembic_version SET version_num='m03' WHERE alembic_version.version_num = 'm02';

GO

COMMIT;

GO

