-- Running upgrade 000_initial_schema -> 001_add_user_profiles

CREATE TABLE user_profiles (
    id INTEGER NOT NULL AUTO_INCREMENT, 
    user_id INTEGER NOT NULL, 
    bio TEXT, 
    avatar_url VARCHAR(255), 
    created_at DATETIME NOT NULL, 
    updated_at DATETIME NOT NULL, 
    CONSTRAINT pk_user_profiles PRIMARY KEY (id), 
    CONSTRAINT fk_user_profiles_user_id_users FOREIGN KEY(user_id) REFERENCES users (id) ON DELETE CASCADE
);

CREATE INDEX idx_user_profiles_user_id ON user_profiles (user_id);

ALTER TABLE users ADD COLUMN profile_id INTEGER;

ALTER TABLE users ADD CONSTRAINT fk_users_profile FOREIGN KEY(profile_id) REFERENCES user_profiles (id);

UPDATE alembic_version SET version_num='001_add_user_profiles' WHERE alembic_version.version_num = '000_initial_schema';

