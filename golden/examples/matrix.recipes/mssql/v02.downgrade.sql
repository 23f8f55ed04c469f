BEGIN TRANSACTION;

-- Running downgrade v02 -> v01

DROP VIEW customers;

GO

CREATE VIEW customers AS SELECT id, name FROM people WHERE is_customer;

GO

UPDATE alembic_version SET version_num='v01' WHERE alembic_version.version_num = 'v02';

GO

COMMIT;

GO

