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

-- Running upgrade a01 -> a02

ALTER TABLE things ADD name VARCHAR(20) NULL;

GO

COMMIT;

GO

COMMENT ON TABLE things IS 'all of them';

GO

BEGIN TRANSACTION;

UPDATE north.alembic_version SET version_num='a02' WHERE north.alembic_version.version_num = 'a01';

GO

-- Running upgrade a02 -> a03

CREATE INDEX ix_things_name ON things (name);

GO

UPDATE north.alembic_version SET version_num='a03' WHERE north.alembic_version.version_num = 'a02';

GO

RESET lock_timeout;

GO

COMMIT;

GO

ANALYZE;

GO

