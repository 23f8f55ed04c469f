BEGIN TRANSACTION;

-- Running upgrade m02 -> m03

ALTER TABLE note ADD [by] VARCHAR(20) NULL;

GO

UPDATE alembic_version SET version_num='m03' WHERE alembic_version.version_num = 'm02';

GO

COMMIT;

GO

