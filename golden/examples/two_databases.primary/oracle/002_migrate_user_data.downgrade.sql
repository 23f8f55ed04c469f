-- Running downgrade 002_migrate_user_data -> 001_add_user_profiles

UPDATE users SET profile_id = NULL

/

DELETE FROM user_profiles

/

UPDATE alembic_version SET version_num='001_add_user_profiles' WHERE alembic_version.version_num = '002_migrate_user_data'

/

