BEGIN TRANSACTION;

-- Running upgrade 0abc1230f4d7 -> 1b52e0c9a6d8

ALTER TABLE [user] ADD phone_number VARCHAR(20) NULL;

GO

UPDATE alembic_version SET version_num='1b52e0c9a6d8' WHERE alembic_version.version_num = '0abc1230f4d7';

GO

COMMIT;

GO

