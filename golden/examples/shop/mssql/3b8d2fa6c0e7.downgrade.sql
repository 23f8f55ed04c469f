BEGIN TRANSACTION;

-- Running downgrade 3b8d2fa6c0e7 -> d71e5b0c3fa9

ALTER TABLE users ADD avatar_url VARCHAR(500) NULL;

GO

ALTER TABLE users ADD bio TEXT NULL;

GO

UPDATE users
        SET bio = user_profiles.bio, avatar_url = user_profiles.avatar_url
        FROM user_profiles
        WHERE user_profiles.user_id = users.id;

GO

DROP TABLE user_profiles;

GO

UPDATE alembic_version SET version_num='d71e5b0c3fa9' WHERE alembic_version.version_num = '3b8d2fa6c0e7';

GO

COMMIT;

GO

