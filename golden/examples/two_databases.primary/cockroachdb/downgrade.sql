-- Running downgrade 004_migrate_legacy_data -> 003_add_email

UPDATE alembic_version SET version_num='003_add_email' WHERE alembic_version.version_num = '004_migrate_legacy_data';

-- Running downgrade 003_add_email -> 002_migrate_user_data

ALTER TABLE users DROP CONSTRAINT uq_users_email;

ALTER TABLE users DROP COLUMN email;

UPDATE alembic_version SET version_num='002_migrate_user_data' WHERE alembic_version.version_num = '003_add_email';

-- Running downgrade 002_migrate_user_data -> 001_add_user_profiles

UPDATE users SET profile_id = NULL;

DELETE FROM user_profiles;

UPDATE alembic_version SET version_num='001_add_user_profiles' WHERE alembic_version.version_num = '002_migrate_user_data';

-- Running downgrade 001_add_user_profiles -> 000_initial_schema

CREATE TABLE user_profiles_backup AS
        SELECT * FROM user_profiles;

ALTER TABLE users DROP CONSTRAINT fk_users_profile;

ALTER TABLE users DROP COLUMN profile_id;

DROP INDEX idx_user_profiles_user_id;

DROP TABLE user_profiles;

UPDATE alembic_version SET version_num='000_initial_schema' WHERE alembic_version.version_num = '001_add_user_profiles';

-- Running downgrade 000_initial_schema -> 

DROP TABLE gateway_endpoints;

DROP TABLE users;

DELETE FROM alembic_version WHERE alembic_version.version_num = '000_initial_schema';

