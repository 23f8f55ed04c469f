BEGIN;

CREATE TABLE alembic_version (
    version_num VARCHAR(32) NOT NULL, 
    CONSTRAINT alembic_version_pkc PRIMARY KEY (version_num)
);

-- Running upgrade  -> v01

CREATE TABLE people (
    id SERIAL NOT NULL, 
    name VARCHAR(80), 
    is_customer BOOLEAN NOT NULL, 
    PRIMARY KEY (id)
);

CREATE VIEW customers AS SELECT id, name FROM people WHERE is_customer;

INSERT INTO alembic_version (version_num) VALUES ('v01') RETURNING alembic_version.version_num;

COMMIT;

