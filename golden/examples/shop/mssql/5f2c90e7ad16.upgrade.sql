BEGIN TRANSACTION;

-- Running upgrade e6041ac97b58 -> 5f2c90e7ad16

ALTER TABLE users ADD new_status VARCHAR(20) NULL;

GO

ALTER TABLE users ADD status VARCHAR(20) NULL;

GO

UPDATE users SET status = 'active' WHERE is_active = true;

GO

UPDATE users SET status = 'inactive' WHERE is_active = false;

GO

UPDATE alembic_version SET version_num='5f2c90e7ad16' WHERE alembic_version.version_num = 'e6041ac97b58';

GO

COMMIT;

GO

