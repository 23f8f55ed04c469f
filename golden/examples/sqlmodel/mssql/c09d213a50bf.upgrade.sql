BEGIN TRANSACTION;

-- Running upgrade bf8c10294fae -> c09d213a50bf

ALTER TABLE [user] ADD hashed_password VARCHAR(max) NULL;

GO

UPDATE "user" SET hashed_password = password;

GO

ALTER TABLE [user] DROP COLUMN password;

GO

UPDATE alembic_version SET version_num='c09d213a50bf' WHERE alembic_version.version_num = 'bf8c10294fae';

GO

COMMIT;

GO

