BEGIN TRANSACTION;

-- Running upgrade 2d64f8b0a7c3 -> c80b5e1f62d9

SET lock_timeout = '5min';

GO

CREATE INDEX ix_products_category_id ON products (category_id);

GO

ALTER TABLE products ADD weight_grams INTEGER NULL;

GO

UPDATE alembic_version SET version_num='c80b5e1f62d9' WHERE alembic_version.version_num = '2d64f8b0a7c3';

GO

COMMIT;

GO

