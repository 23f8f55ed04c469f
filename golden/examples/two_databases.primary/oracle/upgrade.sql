CREATE TABLE alembic_version (
    version_num VARCHAR2(32 CHAR) NOT NULL, 
    CONSTRAINT alembic_version_pkc PRIMARY KEY (version_num)
)

/

-- Running upgrade  -> 000_initial_schema

CREATE TABLE users (
    id INTEGER NOT NULL, 
    username VARCHAR2(80 CHAR) NOT NULL, 
    created_at DATE NOT NULL, 
    updated_at DATE NOT NULL, 
    CONSTRAINT pk_users PRIMARY KEY (id), 
    CONSTRAINT uq_users_username UNIQUE (username)
)

/

CREATE TABLE gateway_endpoints (
    id INTEGER NOT NULL, 
    path VARCHAR2(255 CHAR) NOT NULL, 
    timeout_ms INTEGER DEFAULT 3000 NOT NULL, 
    method VARCHAR2(8 CHAR) NOT NULL, 
    owner_id INTEGER, 
    CONSTRAINT pk_gateway_endpoints PRIMARY KEY (id), 
    CONSTRAINT ck_gateway_endpoints_method CHECK (method IN ('GET', 'POST', 'PUT', 'DELETE')), 
    CONSTRAINT fk_gateway_endpoints_owner_id_users FOREIGN KEY(owner_id) REFERENCES users (id) ON DELETE SET NULL
)

/

CREATE INDEX ix_gateway_endpoints_path ON gateway_endpoints (path)

/

INSERT INTO alembic_version (version_num) VALUES ('000_initial_schema') RETURNING alembic_version.version_num INTO :ret_0

/

-- Running upgrade 000_initial_schema -> 001_add_user_profiles

CREATE TABLE user_profiles (
    id INTEGER NOT NULL, 
    user_id INTEGER NOT NULL, 
    bio CLOB, 
    avatar_url VARCHAR2(255 CHAR), 
    created_at DATE NOT NULL, 
    updated_at DATE NOT NULL, 
    CONSTRAINT pk_user_profiles PRIMARY KEY (id), 
    CONSTRAINT fk_user_profiles_user_id_users FOREIGN KEY(user_id) REFERENCES users (id) ON DELETE CASCADE
)

/

CREATE INDEX idx_user_profiles_user_id ON user_profiles (user_id)

/

ALTER TABLE users ADD profile_id INTEGER

/

ALTER TABLE users ADD CONSTRAINT fk_users_profile FOREIGN KEY(profile_id) REFERENCES user_profiles (id)

/

UPDATE alembic_version SET version_num='001_add_user_profiles' WHERE alembic_version.version_num = '000_initial_schema'

/

-- Running upgrade 001_add_user_profiles -> 002_migrate_user_data

INSERT INTO user_profiles (user_id, bio, created_at, updated_at)
        SELECT id, NULL, created_at, updated_at
        FROM users
        WHERE NOT EXISTS (
            SELECT 1 FROM user_profiles WHERE user_profiles.user_id = users.id
        )

/

UPDATE users
        SET profile_id = (
            SELECT id FROM user_profiles WHERE user_profiles.user_id = users.id
        )

/

UPDATE alembic_version SET version_num='002_migrate_user_data' WHERE alembic_version.version_num = '001_add_user_profiles'

/

-- Running upgrade 002_migrate_user_data -> 003_add_email

ALTER TABLE users ADD email VARCHAR2(255 CHAR) NOT NULL

/

UPDATE users SET email = CONCAT(username, '@example.com') WHERE email IS NULL

/

ALTER TABLE users ADD CONSTRAINT uq_users_email UNIQUE (email)

/

UPDATE alembic_version SET version_num='003_add_email' WHERE alembic_version.version_num = '002_migrate_user_data'

/

-- Running upgrade 003_add_email -> 004_migrate_legacy_data

INSERT INTO user_profiles (user_id, created_at, updated_at)
            SELECT id, NOW(), NOW() FROM (
                SELECT id FROM users WHERE profile_id IS NULL
                ORDER BY id LIMIT 1000 OFFSET 0
            ) AS batch

/

INSERT INTO user_profiles (user_id, created_at, updated_at)
            SELECT id, NOW(), NOW() FROM (
                SELECT id FROM users WHERE profile_id IS NULL
                ORDER BY id LIMIT 1000 OFFSET 1000
            ) AS batch

/

INSERT INTO user_profiles (user_id, created_at, updated_at)
            SELECT id, NOW(), NOW() FROM (
                SELECT id FROM users WHERE profile_id IS NULL
                ORDER BY id LIMIT 1000 OFFSET 2000
            ) AS batch

/

DO $$
        BEGIN
            IF (SELECT COUNT(*) FROM user_profiles) < (SELECT COUNT(*) FROM users) THEN
                RAISE EXCEPTION 'Migration failed: users without a profile';
            END IF;
        END
        $$

/

UPDATE alembic_version SET version_num='004_migrate_legacy_data' WHERE alembic_version.version_num = '003_add_email'

/

