BEGIN TRANSACTION;

-- Running upgrade d71e5b0c3fa9 -> 3b8d2fa6c0e7

CREATE TABLE user_profiles (
    id UUID NOT NULL, 
    user_id UUID NOT NULL, 
    bio TEXT NULL, 
    avatar_url VARCHAR(500) NULL, 
    PRIMARY KEY (id), 
    FOREIGN KEY(user_id) REFERENCES users (id) ON DELETE CASCADE
);

GO

INSERT INTO user_profiles (id, user_id, bio, avatar_url)
        SELECT gen_random_uuid(), id, bio, avatar_url
        FROM users
        WHERE bio IS NOT NULL OR avatar_url IS NOT NULL;

GO

ALTER TABLE users DROP COLUMN bio;

GO

ALTER TABLE users DROP COLUMN avatar_url;

GO

UPDATE alembic_version SET version_num='3b8d2fa6c0e7' WHERE alembic_version.version_num = 'd71e5b0c3fa9';

GO

COMMIT;

GO

