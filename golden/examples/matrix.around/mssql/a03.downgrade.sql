-- for north

CREATE SCHEMA north;

GO

BEGIN TRANSACTION;

SET LOCAL lock_timeout TO '5s';

GO

INSERT INTO settings (name, value) VALUES ('tenant''s', 1);

GO

-- Running downgrade a03 -> a02

DROP INDEX ix_things_name ON things;

GO

UPDATE north.alembic_version SET version_num='a02' WHERE north.alembic_version.version_num = 'a03';

GO

RESET lock_timeout;

GO

COMMIT;

GO

ANALYZE;

GO

