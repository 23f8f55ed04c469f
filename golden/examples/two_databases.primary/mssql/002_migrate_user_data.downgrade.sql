BEGIN TRANSACTION;

-- Running downgrade 002_migrate_user_data -> 001_add_user_profiles

UPDATE users SET profile_id = NULL;

GO

DELETE FROM user_profiles;

GO

UPDATE alembic_version SET version_num='001_add_user_profiles' WHERE alembic_version.version_num = '002_migrate_user_data';

GO

COMMIT;

GO

