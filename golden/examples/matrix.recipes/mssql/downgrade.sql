BEGIN TRANSACTION;

-- Running downgrade v03 -> v02

COMMENT ON VIEW customers IS NULL;

GO

UPDATE alembic_version SET version_num='v02' WHERE alembic_version.version_num = 'v03';

GO

-- Running downgrade v02 -> v01

DROP VIEW customers;

GO

CREATE VIEW customers AS SELECT id, name FROM people WHERE is_customer;

GO

UPDATE alembic_version SET version_num='v01' WHERE alembic_version.version_num = 'v02';

GO

-- Running downgrade v01 -> 

DROP VIEW customers;

GO

DROP TABLE people;

GO

DELETE FROM alembic_version WHERE alembic_version.version_num = 'v01';

GO

COMMIT;

GO

