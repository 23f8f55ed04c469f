BEGIN TRANSACTION;

-- Running upgrade f3c0546d83e2 -> 04d1657e94f3

ALTER TABLE [user] DROP COLUMN email;

GO

UPDATE alembic_version SET version_num='04d1657e94f3' WHERE alembic_version.version_num = 'f3c0546d83e2';

GO

COMMIT;

GO

