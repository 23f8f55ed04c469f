BEGIN TRANSACTION;

-- Running downgrade 3d04f8a1c726 -> 2c93d7f0b415

EXEC sp_rename '[user].full_name', name, 'COLUMN';

GO

UPDATE alembic_version SET version_num='2c93d7f0b415' WHERE alembic_version.version_num = '3d04f8a1c726';

GO

COMMIT;

GO

