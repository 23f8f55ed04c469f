-- Running downgrade 789abc012def -> 

DROP INDEX ix_users_email ON users;

DROP TABLE users;

DELETE FROM alembic_version WHERE alembic_version.version_num = '789abc012def';

