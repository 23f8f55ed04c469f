-- for north

CREATE SCHEMA north;

GO

BEGIN TRANSACTION;

SET LOCAL lock_timeout TO '5s';

GO

INSERT INTO settings (name, value) VALUES ('tenant''s', 1);

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

RESET lock_timeout;

GO

COMMIT;

GO

ANALYZE;

GO

