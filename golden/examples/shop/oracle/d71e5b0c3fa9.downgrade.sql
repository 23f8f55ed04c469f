-- Running downgrade d71e5b0c3fa9 -> 90ac8ef7d614

ALTER TABLE orders DROP CONSTRAINT fk_orders_shipping_address_id

/

ALTER TABLE shipping_addresses RENAME TO addresses

/

ALTER TABLE orders ADD CONSTRAINT fk_orders_address_id FOREIGN KEY(address_id) REFERENCES addresses (id)

/

UPDATE alembic_version SET version_num='90ac8ef7d614' WHERE alembic_version.version_num = 'd71e5b0c3fa9'

/

