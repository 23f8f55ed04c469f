BEGIN TRANSACTION;

-- Running upgrade 90ac8ef7d614 -> d71e5b0c3fa9

EXEC sp_rename 'addresses', shipping_addresses;

GO

ALTER TABLE orders DROP CONSTRAINT fk_orders_address_id;

GO

ALTER TABLE orders ADD CONSTRAINT fk_orders_shipping_address_id FOREIGN KEY(address_id) REFERENCES shipping_addresses (id);

GO

UPDATE alembic_version SET version_num='d71e5b0c3fa9' WHERE alembic_version.version_num = '90ac8ef7d614';

GO

COMMIT;

GO

