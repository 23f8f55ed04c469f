BEGIN TRANSACTION;

-- Running upgrade f9a36d18e205 -> 2d64f8b0a7c3

CREATE INDEX ix_orders_customer_id_status ON orders (customer_id, status);

GO

UPDATE alembic_version SET version_num='2d64f8b0a7c3' WHERE alembic_version.version_num = 'f9a36d18e205';

GO

COMMIT;

GO

