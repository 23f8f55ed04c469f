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

