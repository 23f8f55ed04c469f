-- Running downgrade c80b5e1f62d9 -> 2d64f8b0a7c3

ALTER TABLE products DROP COLUMN weight_grams

/

DROP INDEX ix_products_category_id

/

UPDATE alembic_version SET version_num='2d64f8b0a7c3' WHERE alembic_version.version_num = 'c80b5e1f62d9'

/

