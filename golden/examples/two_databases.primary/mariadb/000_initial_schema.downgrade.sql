-- Running downgrade 000_initial_schema -> 

DROP TABLE gateway_endpoints;

DROP TABLE users;

DELETE FROM alembic_version WHERE alembic_version.version_num = '000_initial_schema';

