-- Running downgrade 3b8d2fa6c0e7 -> d71e5b0c3fa9

ALTER TABLE users ADD COLUMN avatar_url VARCHAR(500);

ALTER TABLE users ADD COLUMN bio TEXT;

UPDATE users
        SET bio = user_profiles.bio, avatar_url = user_profiles.avatar_url
        FROM user_profiles
        WHERE user_profiles.user_id = users.id;

DROP TABLE user_profiles;

UPDATE alembic_version SET version_num='d71e5b0c3fa9' WHERE alembic_version.version_num = '3b8d2fa6c0e7';

