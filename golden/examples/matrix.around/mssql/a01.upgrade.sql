-- for north

CREATE SCHEMA north;

GO

BEGIN TRANSACTION;

SET LOCAL lock_timeout TO '5s';

GO

INSERT INTO settings (name, value) VALUES ('tenant''s', 1);

GO

CREATE TABLE north.alembic_version (
    version_num VARCHAR(32) NOT NULL, 
    CONSTRAINT alembic_version_pkc PRIMARY KEY (version_num)
);

GO

-- Running upgrade  -> a01

CREATE TABLE things (
    id INTEGER NOT NULL IDENTITY, 
    PRIMARY KEY (id)
);

GO

INSERT INTO north.alembic_version (version_num) OUTPUT inserted.version_num VALUES ('a01');

GO

RESET lock_timeout;

GO

COMMIT;

GO

ANALYZE;

GO

