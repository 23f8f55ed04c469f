-- Running downgrade 6ae19c05d3b8 -> f9a36d18e205

DROP INDEX IF EXISTS ix_orders_unpaid

/

UPDATE orders SET status = 'PAID' WHERE status = 'REFUNDED'

/

ALTER TYPE orderstatus RENAME TO orderstatus_old

/

ALTER TABLE orders MODIFY status VARCHAR(7 CHAR)

/

DROP TYPE orderstatus_old

/

UPDATE alembic_version SET version_num='f9a36d18e205' WHERE alembic_version.version_num = '6ae19c05d3b8'

/

