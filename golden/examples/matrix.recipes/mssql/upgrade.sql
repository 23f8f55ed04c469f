BEGIN TRANSACTION;

CREATE TABLE alembic_version (
    version_num VARCHAR(32) NOT NULL, 
    CONSTRAINT alembic_version_pkc PRIMARY KEY (version_num)
);

GO

-- Running upgrade  -> v01

CREATE TABLE people (
    id INTEGER NOT NULL IDENTITY, 
    name VARCHAR(80) NULL, 
    is_customer BIT NOT NULL, 
    PRIMARY KEY (id)
);

GO

CREATE VIEW customers AS SELECT id, name FROM people WHERE is_customer;

GO

INSERT INTO alembic_version (version_num) OUTPUT inserted.version_num VALUES ('v01');

GO

-- Running upgrade v01 -> v02

DROP VIEW customers;

GO

CREATE VIEW customers AS SELECT id, upper(name) AS name FROM people WHERE is_customer;

GO

UPDATE alembic_version SET version_num='v02' WHERE alembic_version.version_num = 'v01';

GO

-- Running upgrade v02 -> v03

COMMENT ON VIEW customers IS 'v02 after v01: Customers by name';

GO

UPDATE alembic_version SET version_num='v03' WHERE alembic_version.version_num = 'v02';

GO

COMMIT;

GO

