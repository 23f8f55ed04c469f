BEGIN TRANSACTION;

-- Running downgrade d1ae324b61c0 -> c09d213a50bf

ALTER TABLE [user] DROP COLUMN new_email;

GO

UPDATE alembic_version SET version_num='c09d213a50bf' WHERE alembic_version.version_num = 'd1ae324b61c0';

GO

COMMIT;

GO

