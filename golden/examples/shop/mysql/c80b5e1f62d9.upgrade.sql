-- Running upgrade 2d64f8b0a7c3 -> c80b5e1f62d9

SET lock_timeout = '5min';

CREATE INDEX ix_products_category_id ON products (category_id);

ALTER TABLE products ADD COLUMN weight_grams INTEGER;

UPDATE alembic_version SET version_num='c80b5e1f62d9' WHERE alembic_version.version_num = '2d64f8b0a7c3';

