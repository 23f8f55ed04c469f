BEGIN TRANSACTION;

-- Running upgrade f9a36d18e205 -> 6ae19c05d3b8

COMMIT;

GO

ALTER TYPE orderstatus ADD VALUE IF NOT EXISTS 'REFUNDED';

GO

CREATE INDEX ix_orders_unpaid ON orders (created_at);

GO

BEGIN TRANSACTION;

UPDATE alembic_version SET version_num='6ae19c05d3b8' WHERE alembic_version.version_num = 'f9a36d18e205';

GO

COMMIT;

GO

