BEGIN TRANSACTION;

-- Running downgrade 1c7be20d4f53 -> 789abc012def

DROP TABLE orders;

GO

DROP TABLE addresses;

GO

DROP TABLE products;

GO

UPDATE alembic_version SET version_num='789abc012def' WHERE alembic_version.version_num = '1c7be20d4f53';

GO

COMMIT;

GO

