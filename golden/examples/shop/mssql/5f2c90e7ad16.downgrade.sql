BEGIN TRANSACTION;

-- Running downgrade 5f2c90e7ad16 -> e6041ac97b58

ALTER TABLE users DROP COLUMN status;

GO

ALTER TABLE users DROP COLUMN new_status;

GO

UPDATE alembic_version SET version_num='e6041ac97b58' WHERE alembic_version.version_num = '5f2c90e7ad16';

GO

COMMIT;

GO

