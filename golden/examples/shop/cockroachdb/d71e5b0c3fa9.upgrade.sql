-- Running upgrade 90ac8ef7d614 -> d71e5b0c3fa9

ALTER TABLE addresses RENAME TO shipping_addresses;

ALTER TABLE orders DROP CONSTRAINT fk_orders_address_id;

ALTER TABLE orders ADD CONSTRAINT fk_orders_shipping_address_id FOREIGN KEY(address_id) REFERENCES shipping_addresses (id);

UPDATE alembic_version SET version_num='d71e5b0c3fa9' WHERE alembic_version.version_num = '90ac8ef7d614';

