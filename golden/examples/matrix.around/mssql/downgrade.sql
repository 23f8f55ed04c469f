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

-- Running downgrade a02 -> a01

ALTER TABLE things DROP COLUMN name;

GO

UPDATE north.alembic_version SET version_num='a01' WHERE north.alembic_version.version_num = 'a02';

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

