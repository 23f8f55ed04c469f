BEGIN TRANSACTION;

-- Running downgrade 004_migrate_legacy_data -> 003_add_email

UPDATE alembic_version SET version_num='003_add_email' WHERE alembic_version.version_num = '004_migrate_legacy_data';

GO

COMMIT;

GO

BEGIN TRANSACTION;

-- Running downgrade 003_add_email -> 002_migrate_user_data

ALTER TABLE users DROP CONSTRAINT uq_users_email;

GO

ALTER TABLE users DROP COLUMN email;

GO

UPDATE alembic_version SET version_num='002_migrate_user_data' WHERE alembic_version.version_num = '003_add_email';

GO

COMMIT;

GO

BEGIN TRANSACTION;

-- Running downgrade 002_migrate_user_data -> 001_add_user_profiles

UPDATE users SET profile_id = NULL;

GO

DELETE FROM user_profiles;

GO

UPDATE alembic_version SET version_num='001_add_user_profiles' WHERE alembic_version.version_num = '002_migrate_user_data';

GO

COMMIT;

GO

BEGIN TRANSACTION;

-- Running downgrade 001_add_user_profiles -> 000_initial_schema

CREATE TABLE user_profiles_backup AS
        SELECT * FROM user_profiles;

GO

ALTER TABLE users DROP CONSTRAINT fk_users_profile;

GO

ALTER TABLE users DROP COLUMN profile_id;

GO

DROP INDEX idx_user_profiles_user_id ON user_profiles;

GO

DROP TABLE user_profiles;

GO

UPDATE alembic_version SET version_num='000_initial_schema' WHERE alembic_version.version_num = '001_add_user_profiles';

GO

COMMIT;

GO

BEGIN TRANSACTION;

-- Running downgrade 000_initial_schema -> 

DROP TABLE gateway_endpoints;

GO

DROP TABLE users;

GO

DELETE FROM alembic_version WHERE alembic_version.version_num = '000_initial_schema';

GO

COMMIT;

GO

