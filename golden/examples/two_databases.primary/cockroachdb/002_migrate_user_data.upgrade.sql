-- Running upgrade 001_add_user_profiles -> 002_migrate_user_data

INSERT INTO user_profiles (user_id, bio, created_at, updated_at)
        SELECT id, NULL, created_at, updated_at
        FROM users
        WHERE NOT EXISTS (
            SELECT 1 FROM user_profiles WHERE user_profiles.user_id = users.id
        );

UPDATE users
        SET profile_id = (
            SELECT id FROM user_profiles WHERE user_profiles.user_id = users.id
        );

UPDATE alembic_version SET version_num='002_migrate_user_data' WHERE alembic_version.version_num = '001_add_user_profiles';

