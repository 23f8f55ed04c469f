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

COMMIT;

GO

