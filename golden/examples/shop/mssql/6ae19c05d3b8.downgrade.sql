BEGIN TRANSACTION;

-- Running downgrade 6ae19c05d3b8 -> f9a36d18e205

COMMIT;

GO

DROP INDEX IF EXISTS ix_orders_unpaid ON orders;

GO

BEGIN TRANSACTION;

UPDATE orders SET status = 'PAID' WHERE status = 'REFUNDED';

GO

ALTER TYPE orderstatus RENAME TO orderstatus_old;

GO

ALTER TABLE orders ALTER COLUMN status VARCHAR(7) NOT NULL;

GO

DROP TYPE orderstatus_old;

GO

UPDATE alembic_version SET version_num='f9a36d18e205' WHERE alembic_version.version_num = '6ae19c05d3b8';

GO

COMMIT;

GO

