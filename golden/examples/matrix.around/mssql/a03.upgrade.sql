-- for north

CREATE SCHEMA north;

GO

BEGIN TRANSACTION;

SET LOCAL lock_timeout TO '5s';

GO

INSERT INTO settings (name, value) VALUES ('tenant''s', 1);

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

