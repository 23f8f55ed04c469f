-- Running upgrade f9a36d18e205 -> 6ae19c05d3b8

ALTER TYPE orderstatus ADD VALUE IF NOT EXISTS 'REFUNDED'

/

CREATE INDEX ix_orders_unpaid ON orders (created_at)

/

UPDATE alembic_version SET version_num='6ae19c05d3b8' WHERE alembic_version.version_num = 'f9a36d18e205'

/

