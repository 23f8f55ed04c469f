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

-- Running upgrade v01 -> v02

DROP VIEW customers;

CREATE VIEW customers AS SELECT id, upper(name) AS name FROM people WHERE is_customer;

UPDATE alembic_version SET version_num='v02' WHERE alembic_version.version_num = 'v01';

-- Running upgrade v02 -> v03

COMMENT ON VIEW customers IS 'v02 after v01: Customers by name';

UPDATE alembic_version SET version_num='v03' WHERE alembic_version.version_num = 'v02';

