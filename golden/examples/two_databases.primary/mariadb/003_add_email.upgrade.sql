-- Running upgrade 002_migrate_user_data -> 003_add_email

ALTER TABLE users ADD COLUMN email VARCHAR(255) NOT NULL;

UPDATE users SET email = CONCAT(username, '@example.com') WHERE email IS NULL;

ALTER TABLE users ADD CONSTRAINT uq_users_email UNIQUE (email);

UPDATE alembic_version SET version_num='003_add_email' WHERE alembic_version.version_num = '002_migrate_user_data';

