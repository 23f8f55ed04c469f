BEGIN TRANSACTION;

-- Running downgrade e6041ac97b58 -> 3b8d2fa6c0e7

ALTER TABLE products ADD category VARCHAR(50) NULL;

GO

UPDATE products
        SET category = categories.name
        FROM categories
        WHERE products.category_id = categories.id;

GO

ALTER TABLE products DROP CONSTRAINT fk_products_category;

GO

ALTER TABLE products DROP COLUMN category_id;

GO

DROP TABLE categories;

GO

UPDATE alembic_version SET version_num='3b8d2fa6c0e7' WHERE alembic_version.version_num = 'e6041ac97b58';

GO

COMMIT;

GO

