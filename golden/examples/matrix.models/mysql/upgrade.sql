CREATE TABLE alembic_version (
    version_num VARCHAR(32) NOT NULL, 
    CONSTRAINT alembic_version_pkc PRIMARY KEY (version_num)
);

-- Running upgrade  -> m01

CREATE TABLE tag (
    id INTEGER NOT NULL AUTO_INCREMENT, 
    CONSTRAINT pk_tag PRIMARY KEY (id)
);

CREATE TABLE orders (
    id INTEGER NOT NULL AUTO_INCREMENT, 
    at DATETIME, 
    CONSTRAINT pk_orders PRIMARY KEY (id)
);

CREATE TABLE sales_q1 (
    id INTEGER, 
    total NUMERIC(10, 2)
);

CREATE TABLE sales_q2 (
    id INTEGER, 
    total NUMERIC(10, 2)
);

CREATE TABLE person (
    id BIGINT NOT NULL AUTO_INCREMENT, 
    boss_id BIGINT, 
    CONSTRAINT pk_person PRIMARY KEY (id), 
    FOREIGN KEY(boss_id) REFERENCES person (id)
);

CREATE TABLE shelf (
    id INTEGER NOT NULL AUTO_INCREMENT, 
    color ENUM('r','b') NOT NULL, 
    other ENUM('r','b'), 
    CONSTRAINT pk_shelf PRIMARY KEY (id)
);

CREATE TABLE book (
    id INTEGER NOT NULL AUTO_INCREMENT, 
    state VARCHAR(20), 
    high INTEGER, 
    least INTEGER, 
    CONSTRAINT pk_book PRIMARY KEY (id), 
    CONSTRAINT state CHECK (state IN ('new', 'old')), 
    CHECK (high > least AND least >= 0)
);

CREATE INDEX ix_part ON book (state);

CREATE TABLE page (
    id INTEGER NOT NULL AUTO_INCREMENT, 
    text VARCHAR(20), 
    CONSTRAINT pk_page PRIMARY KEY (id)
);

CREATE INDEX ix_text ON page (text);

CREATE TABLE visit (
    id INTEGER NOT NULL AUTO_INCREMENT, 
    person_id BIGINT, 
    CONSTRAINT pk_visit PRIMARY KEY (id), 
    FOREIGN KEY(person_id) REFERENCES person (id)
);

INSERT INTO alembic_version (version_num) VALUES ('m01');

-- Running upgrade m01 -> m02

CREATE TABLE note (
    name VARCHAR(20), 
    made DATETIME
);

INSERT INTO note VALUES ('visit', now());

INSERT INTO note VALUES ('tag', now());

INSERT INTO note VALUES ('orders', now());

INSERT INTO note VALUES ('sales_q1', now());

INSERT INTO note VALUES ('sales_q2', now());

INSERT INTO note VALUES ('person', now());

INSERT INTO note VALUES ('shelf', now());

INSERT INTO note VALUES ('book', now());

INSERT INTO note VALUES ('page', now());

UPDATE alembic_version SET version_num='m02' WHERE alembic_version.version_num = 'm01';

-- Running upgrade m02 -> m03

ALTER TABLE note ADD COLUMN `by` VARCHAR(20);

UPDATE alembic_version SET version_num='m03' WHERE alembic_version.version_num = 'm02';

