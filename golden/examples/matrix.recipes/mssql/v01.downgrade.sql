BEGIN TRANSACTION;

-- Running downgrade v01 -> 

DROP VIEW customers;

GO

DROP TABLE people;

GO

DELETE FROM alembic_version WHERE alembic_version.version_num = 'v01';

GO

COMMIT;

GO

