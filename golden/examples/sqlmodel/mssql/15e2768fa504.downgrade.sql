BEGIN TRANSACTION;

-- Running downgrade 15e2768fa504 -> 04d1657e94f3

EXEC sp_rename '[user].email', new_email, 'COLUMN';

GO

UPDATE alembic_version SET version_num='04d1657e94f3' WHERE alembic_version.version_num = '15e2768fa504';

GO

COMMIT;

GO

