BEGIN TRANSACTION;

-- Running upgrade d1ae324b61c0 -> e2bf435c72d1

UPDATE "user" SET new_email = email WHERE new_email IS NULL;

GO

UPDATE alembic_version SET version_num='e2bf435c72d1' WHERE alembic_version.version_num = 'd1ae324b61c0';

GO

COMMIT;

GO

