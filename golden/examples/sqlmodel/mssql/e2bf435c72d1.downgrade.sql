BEGIN TRANSACTION;

-- Running downgrade e2bf435c72d1 -> d1ae324b61c0

UPDATE alembic_version SET version_num='d1ae324b61c0' WHERE alembic_version.version_num = 'e2bf435c72d1';

GO

COMMIT;

GO

