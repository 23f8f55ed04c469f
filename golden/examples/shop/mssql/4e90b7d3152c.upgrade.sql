BEGIN TRANSACTION;

-- Running upgrade c2f41d6a9e30 -> 4e90b7d3152c

ALTER TABLE products ADD description VARCHAR(1000) NULL;

GO

ALTER TABLE products ALTER COLUMN price NUMERIC(12, 2) NOT NULL;

GO

UPDATE alembic_version SET version_num='4e90b7d3152c' WHERE alembic_version.version_num = 'c2f41d6a9e30';

GO

COMMIT;

GO

