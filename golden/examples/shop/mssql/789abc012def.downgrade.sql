BEGIN TRANSACTION;

-- Running downgrade 789abc012def -> 

DROP INDEX ix_users_email ON users;

GO

DROP TABLE users;

GO

DELETE FROM alembic_version WHERE alembic_version.version_num = '789abc012def';

GO

COMMIT;

GO

