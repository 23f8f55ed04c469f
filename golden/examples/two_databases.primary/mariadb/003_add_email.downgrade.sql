-- Running downgrade 003_add_email -> 002_migrate_user_data

ALTER TABLE users DROP INDEX uq_users_email;

ALTER TABLE users DROP COLUMN email;

UPDATE alembic_version SET version_num='002_migrate_user_data' WHERE alembic_version.version_num = '003_add_email';

