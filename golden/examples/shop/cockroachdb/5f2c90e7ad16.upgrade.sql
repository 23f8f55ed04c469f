-- Running upgrade e6041ac97b58 -> 5f2c90e7ad16

ALTER TABLE users ADD COLUMN new_status VARCHAR(20);

ALTER TABLE users ADD COLUMN status VARCHAR(20);

UPDATE users SET status = 'active' WHERE is_active = true;

UPDATE users SET status = 'inactive' WHERE is_active = false;

UPDATE alembic_version SET version_num='5f2c90e7ad16' WHERE alembic_version.version_num = 'e6041ac97b58';

