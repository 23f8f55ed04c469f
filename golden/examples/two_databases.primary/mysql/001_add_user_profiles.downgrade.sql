-- Running downgrade 001_add_user_profiles -> 000_initial_schema

CREATE TABLE user_profiles_backup AS
        SELECT * FROM user_profiles;

ALTER TABLE users DROP FOREIGN KEY fk_users_profile;

ALTER TABLE users DROP COLUMN profile_id;

DROP INDEX idx_user_profiles_user_id ON user_profiles;

DROP TABLE user_profiles;

UPDATE alembic_version SET version_num='000_initial_schema' WHERE alembic_version.version_num = '001_add_user_profiles';

