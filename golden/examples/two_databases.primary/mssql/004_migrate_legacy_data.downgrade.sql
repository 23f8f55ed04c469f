BEGIN TRANSACTION;

-- Running downgrade 004_migrate_legacy_data -> 003_add_email

UPDATE alembic_version SET version_num='003_add_email' WHERE alembic_version.version_num = '004_migrate_legacy_data';

GO

COMMIT;

GO

