BEGIN;

CREATE TABLE alembic_version (
    version_num VARCHAR(32) NOT NULL, 
    CONSTRAINT alembic_version_pkc PRIMARY KEY (version_num)
);

-- Running upgrade  -> m01

CREATE TYPE color AS ENUM ('r', 'b');

CREATE TABLE tag (
    id SERIAL NOT NULL, 
    CONSTRAINT pk_tag PRIMARY KEY (id)
);

CREATE TABLE orders (
    id SERIAL NOT NULL, 
    at TIMESTAMP WITHOUT TIME ZONE, 
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
    id BIGSERIAL NOT NULL, 
    boss_id BIGINT, 
    CONSTRAINT pk_person PRIMARY KEY (id), 
    FOREIGN KEY(boss_id) REFERENCES person (id)
);

CREATE TABLE shelf (
    id SERIAL NOT NULL, 
    color color NOT NULL, 
    other color, 
    CONSTRAINT pk_shelf PRIMARY KEY (id)
);

CREATE TABLE book (
    id SERIAL NOT NULL, 
    state VARCHAR(20), 
    high INTEGER, 
    least INTEGER, 
    CONSTRAINT pk_book PRIMARY KEY (id), 
    CONSTRAINT state CHECK (state IN ('new', 'old')), 
    CHECK (high > least AND least >= 0)
);

CREATE INDEX ix_part ON book (state) WHERE least > 3;

CREATE TABLE page (
    id SERIAL NOT NULL, 
    text VARCHAR(20), 
    CONSTRAINT pk_page PRIMARY KEY (id)
);

CREATE INDEX ix_text ON page USING gin (text);

CREATE TABLE visit (
    id SERIAL NOT NULL, 
    person_id BIGINT, 
    CONSTRAINT pk_visit PRIMARY KEY (id), 
    FOREIGN KEY(person_id) REFERENCES person (id)
);

INSERT INTO alembic_version (version_num) VALUES ('m01') RETURNING alembic_version.version_num;

COMMIT;

