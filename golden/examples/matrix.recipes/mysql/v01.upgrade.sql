CREATE TABLE alembic_version (
    version_num VARCHAR(32) NOT NULL, 
    CONSTRAINT alembic_version_pkc PRIMARY KEY (version_num)
);

-- Running upgrade  -> v01

CREATE TABLE people (
    id INTEGER NOT NULL AUTO_INCREMENT, 
    name VARCHAR(80), 
    is_customer BOOL NOT NULL, 
    PRIMARY KEY (id)
);

CREATE VIEW customers AS SELECT id, name FROM people WHERE is_customer;

INSERT INTO alembic_version (version_num) VALUES ('v01');

