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

