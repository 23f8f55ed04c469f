BEGIN TRANSACTION;

-- Running upgrade 04d1657e94f3 -> 15e2768fa504

EXEC sp_rename '[user].new_email', email, 'COLUMN';

GO

UPDATE alembic_version SET version_num='15e2768fa504' WHERE alembic_version.version_num = '04d1657e94f3';

GO

COMMIT;

GO

