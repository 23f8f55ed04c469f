BEGIN TRANSACTION;

CREATE TABLE alembic_version (
    version_num VARCHAR(32) NOT NULL, 
    CONSTRAINT alembic_version_pkc PRIMARY KEY (version_num)
);

GO

-- Running upgrade  -> 000_initial_schema

CREATE TABLE users (
    id INTEGER NOT NULL IDENTITY, 
    username VARCHAR(80) NOT NULL, 
    created_at DATETIME NOT NULL, 
    updated_at DATETIME NOT NULL, 
    CONSTRAINT pk_users PRIMARY KEY (id), 
    CONSTRAINT uq_users_username UNIQUE (username)
);

GO

CREATE TABLE gateway_endpoints (
    id INTEGER NOT NULL IDENTITY, 
    path VARCHAR(255) NOT NULL, 
    timeout_ms INTEGER NOT NULL DEFAULT 3000, 
    method VARCHAR(8) NOT NULL, 
    owner_id INTEGER NULL, 
    CONSTRAINT pk_gateway_endpoints PRIMARY KEY (id), 
    CONSTRAINT ck_gateway_endpoints_method CHECK (method IN ('GET', 'POST', 'PUT', 'DELETE')), 
    CONSTRAINT fk_gateway_endpoints_owner_id_users FOREIGN KEY(owner_id) REFERENCES users (id) ON DELETE SET NULL
);

GO

CREATE INDEX ix_gateway_endpoints_path ON gateway_endpoints (path);

GO

INSERT INTO alembic_version (version_num) OUTPUT inserted.version_num VALUES ('000_initial_schema');

GO

COMMIT;

GO

BEGIN TRANSACTION;

-- Running upgrade 000_initial_schema -> 001_add_user_profiles

CREATE TABLE user_profiles (
    id INTEGER NOT NULL IDENTITY, 
    user_id INTEGER NOT NULL, 
    bio TEXT NULL, 
    avatar_url VARCHAR(255) NULL, 
    created_at DATETIME NOT NULL, 
    updated_at DATETIME NOT NULL, 
    CONSTRAINT pk_user_profiles PRIMARY KEY (id), 
    CONSTRAINT fk_user_profiles_user_id_users FOREIGN KEY(user_id) REFERENCES users (id) ON DELETE CASCADE
);

GO

CREATE INDEX idx_user_profiles_user_id ON user_profiles (user_id);

GO

ALTER TABLE users ADD profile_id INTEGER NULL;

GO

ALTER TABLE users ADD CONSTRAINT fk_users_profile FOREIGN KEY(profile_id) REFERENCES user_profiles (id);

GO

UPDATE alembic_version SET version_num='001_add_user_profiles' WHERE alembic_version.version_num = '000_initial_schema';

GO

COMMIT;

GO

BEGIN TRANSACTION;

-- Running upgrade 001_add_user_profiles -> 002_migrate_user_data

INSERT INTO user_profiles (user_id, bio, created_at, updated_at)
        SELECT id, NULL, created_at, updated_at
        FROM users
        WHERE NOT EXISTS (
            SELECT 1 FROM user_profiles WHERE user_profiles.user_id = users.id
        );

GO

UPDATE users
        SET profile_id = (
            SELECT id FROM user_profiles WHERE user_profiles.user_id = users.id
        );

GO

UPDATE alembic_version SET version_num='002_migrate_user_data' WHERE alembic_version.version_num = '001_add_user_profiles';

GO

COMMIT;

GO

BEGIN TRANSACTION;

-- Running upgrade 002_migrate_user_data -> 003_add_email

ALTER TABLE users ADD email VARCHAR(255) NOT NULL;

GO

UPDATE users SET email = CONCAT(username, '@example.com') WHERE email IS NULL;

GO

ALTER TABLE users ADD CONSTRAINT uq_users_email UNIQUE (email);

GO

UPDATE alembic_version SET version_num='003_add_email' WHERE alembic_version.version_num = '002_migrate_user_data';

GO

COMMIT;

GO

BEGIN TRANSACTION;

-- Running upgrade 003_add_email -> 004_migrate_legacy_data

INSERT INTO user_profiles (user_id, created_at, updated_at)
            SELECT id, NOW(), NOW() FROM (
                SELECT id FROM users WHERE profile_id IS NULL
                ORDER BY id LIMIT 1000 OFFSET 0
            ) AS batch;

GO

INSERT INTO user_profiles (user_id, created_at, updated_at)
            SELECT id, NOW(), NOW() FROM (
                SELECT id FROM users WHERE profile_id IS NULL
                ORDER BY id LIMIT 1000 OFFSET 1000
            ) AS batch;

GO

INSERT INTO user_profiles (user_id, created_at, updated_at)
            SELECT id, NOW(), NOW() FROM (
                SELECT id FROM users WHERE profile_id IS NULL
                ORDER BY id LIMIT 1000 OFFSET 2000
            ) AS batch;

GO

DO $$
        BEGIN
            IF (SELECT COUNT(*) FROM user_profiles) < (SELECT COUNT(*) FROM users) THEN
                RAISE EXCEPTION 'Migration failed: users without a profile';
            END IF;
        END
        $$;

GO

UPDATE alembic_version SET version_num='004_migrate_legacy_data' WHERE alembic_version.version_num = '003_add_email';

GO

COMMIT;

GO

