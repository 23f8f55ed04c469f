-- Running upgrade 3b8d2fa6c0e7 -> e6041ac97b58

CREATE TABLE categories (
    id INTEGER NOT NULL, 
    name VARCHAR2(50 CHAR) NOT NULL, 
    PRIMARY KEY (id), 
    UNIQUE (name)
)

/

INSERT INTO categories (name) VALUES (NULL)

/

INSERT INTO categories (name) VALUES (NULL)

/

INSERT INTO categories (name) VALUES (NULL)

/

INSERT INTO categories (name)
        SELECT DISTINCT category FROM products
        WHERE category IS NOT NULL
        ON CONFLICT (name) DO NOTHING

/

ALTER TABLE products ADD category_id INTEGER

/

UPDATE products
        SET category_id = categories.id
        FROM categories
        WHERE products.category = categories.name

/

ALTER TABLE products ADD CONSTRAINT fk_products_category FOREIGN KEY(category_id) REFERENCES categories (id)

/

ALTER TABLE products DROP COLUMN category

/

ALTER TABLE products MODIFY category_id NOT NULL

/

UPDATE alembic_version SET version_num='e6041ac97b58' WHERE alembic_version.version_num = '3b8d2fa6c0e7'

/

