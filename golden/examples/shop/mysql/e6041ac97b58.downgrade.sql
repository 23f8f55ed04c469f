-- Running downgrade e6041ac97b58 -> 3b8d2fa6c0e7

ALTER TABLE products ADD COLUMN category VARCHAR(50);

UPDATE products
        SET category = categories.name
        FROM categories
        WHERE products.category_id = categories.id;

ALTER TABLE products DROP FOREIGN KEY fk_products_category;

ALTER TABLE products DROP COLUMN category_id;

DROP TABLE categories;

UPDATE alembic_version SET version_num='3b8d2fa6c0e7' WHERE alembic_version.version_num = 'e6041ac97b58';

