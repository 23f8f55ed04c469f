-- for north

CREATE SCHEMA north;

GO

BEGIN TRANSACTION;

SET LOCAL lock_timeout TO '5s';

GO

INSERT INTO settings (name, value) VALUES ('tenant''s', 1);

GO

-- Running downgrade a01 -> 

DROP TABLE things;

GO

DELETE FROM north.alembic_version WHERE north.alembic_version.version_num = 'a01';

GO

RESET lock_timeout;

GO

COMMIT;

GO

ANALYZE;

GO

