BEGIN TRANSACTION;

-- Running upgrade 3d04f8a1c726 -> 4e15a9b2d837

ALTER TABLE [user] ALTER COLUMN age VARCHAR(3);

GO

UPDATE alembic_version SET version_num='4e15a9b2d837' WHERE alembic_version.version_num = '3d04f8a1c726';

GO

COMMIT;

GO

