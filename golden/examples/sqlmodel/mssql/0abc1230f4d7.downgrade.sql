BEGIN TRANSACTION;

-- Running downgrade 0abc1230f4d7 -> 

DROP INDEX ix_user_username ON [user];

GO

DROP INDEX ix_user_email ON [user];

GO

DROP TABLE [user];

GO

DELETE FROM alembic_version WHERE alembic_version.version_num = '0abc1230f4d7';

GO

COMMIT;

GO

