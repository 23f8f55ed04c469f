CREATE TABLE alembic_version (
    version_num VARCHAR2(32 CHAR) NOT NULL, 
    CONSTRAINT alembic_version_pkc PRIMARY KEY (version_num)
)

/

-- Running upgrade  -> 789abc012def

CREATE TABLE users (
    id UUID NOT NULL, 
    email VARCHAR2(255 CHAR) NOT NULL, 
    hashed_password VARCHAR2(255 CHAR) NOT NULL, 
    first_name VARCHAR2(120 CHAR), 
    last_name VARCHAR2(120 CHAR), 
    bio CLOB, 
    avatar_url VARCHAR2(500 CHAR), 
    old_status VARCHAR2(1 CHAR), 
    is_active BOOLEAN, 
    created_at DATE, 
    updated_at DATE, 
    PRIMARY KEY (id), 
    UNIQUE (email)
)

/

CREATE UNIQUE INDEX ix_users_email ON users (email)

/

INSERT INTO alembic_version (version_num) VALUES ('789abc012def') RETURNING alembic_version.version_num INTO :ret_0

/

-- Running upgrade 789abc012def -> 1c7be20d4f53

CREATE TABLE products (
    id INTEGER NOT NULL, 
    name VARCHAR2(255 CHAR) NOT NULL, 
    price NUMERIC(10, 2) NOT NULL, 
    quantity INTEGER NOT NULL, 
    category VARCHAR2(50 CHAR), 
    PRIMARY KEY (id)
)

/

CREATE TABLE addresses (
    id INTEGER NOT NULL, 
    user_id UUID NOT NULL, 
    street VARCHAR2(200 CHAR) NOT NULL, 
    city VARCHAR2(100 CHAR) DEFAULT '' NOT NULL, 
    PRIMARY KEY (id), 
    CONSTRAINT fk_addresses_user_id FOREIGN KEY(user_id) REFERENCES users (id) ON DELETE CASCADE
)

/

CREATE TABLE orders (
    id NUMBER(19) NOT NULL, 
    customer_id UUID NOT NULL, 
    address_id INTEGER, 
    status VARCHAR(7 CHAR) NOT NULL, 
    total NUMERIC(10, 2) DEFAULT 0 NOT NULL, 
    created_at DATE DEFAULT now() NOT NULL, 
    PRIMARY KEY (id), 
    CONSTRAINT ck_orders_total_not_negative CHECK (total >= 0), 
    CONSTRAINT fk_orders_address_id FOREIGN KEY(address_id) REFERENCES addresses (id), 
    FOREIGN KEY(customer_id) REFERENCES users (id)
)

/

UPDATE alembic_version SET version_num='1c7be20d4f53' WHERE alembic_version.version_num = '789abc012def'

/

-- Running upgrade 1c7be20d4f53 -> a5d0c9e81b27

ALTER TABLE users ADD phone VARCHAR2(20 CHAR)

/

CREATE INDEX ix_users_phone ON users (phone)

/

UPDATE alembic_version SET version_num='a5d0c9e81b27' WHERE alembic_version.version_num = '1c7be20d4f53'

/

-- Running upgrade a5d0c9e81b27 -> c2f41d6a9e30

ALTER TABLE users ADD full_name VARCHAR2(255 CHAR)

/

UPDATE users
            SET full_name = CONCAT(first_name, ' ', last_name)
            WHERE first_name IS NOT NULL AND last_name IS NOT NULL

/

UPDATE users SET full_name = NULL WHERE full_name IS NULL

/

ALTER TABLE users MODIFY full_name NOT NULL

/

UPDATE alembic_version SET version_num='c2f41d6a9e30' WHERE alembic_version.version_num = 'a5d0c9e81b27'

/

-- Running upgrade c2f41d6a9e30 -> 4e90b7d3152c

ALTER TABLE products ADD description VARCHAR2(1000 CHAR)

/

ALTER TABLE products MODIFY price NUMERIC(12, 2)

/

UPDATE alembic_version SET version_num='4e90b7d3152c' WHERE alembic_version.version_num = 'c2f41d6a9e30'

/

-- Running upgrade 4e90b7d3152c -> 90ac8ef7d614

ALTER TABLE orders ADD channel VARCHAR2(20 CHAR)

/

UPDATE orders
                SET channel = 'web'
                WHERE channel IS NULL
                AND id IN (
                    SELECT id FROM orders
                    WHERE channel IS NULL AND created_at < '2021-01-01'
                    ORDER BY id
                    LIMIT 1000
                )

/

UPDATE orders
                SET channel = 'web'
                WHERE channel IS NULL
                AND id IN (
                    SELECT id FROM orders
                    WHERE channel IS NULL AND created_at < '2022-01-01'
                    ORDER BY id
                    LIMIT 1000
                )

/

UPDATE orders
                SET channel = 'web'
                WHERE channel IS NULL
                AND id IN (
                    SELECT id FROM orders
                    WHERE channel IS NULL AND created_at < '2023-01-01'
                    ORDER BY id
                    LIMIT 1000
                )

/

UPDATE orders SET channel = 'web' WHERE channel IS NULL

/

ALTER TABLE orders MODIFY channel NOT NULL

/

UPDATE alembic_version SET version_num='90ac8ef7d614' WHERE alembic_version.version_num = '4e90b7d3152c'

/

-- Running upgrade 90ac8ef7d614 -> d71e5b0c3fa9

ALTER TABLE addresses RENAME TO shipping_addresses

/

ALTER TABLE orders DROP CONSTRAINT fk_orders_address_id

/

ALTER TABLE orders ADD CONSTRAINT fk_orders_shipping_address_id FOREIGN KEY(address_id) REFERENCES shipping_addresses (id)

/

UPDATE alembic_version SET version_num='d71e5b0c3fa9' WHERE alembic_version.version_num = '90ac8ef7d614'

/

-- Running upgrade d71e5b0c3fa9 -> 3b8d2fa6c0e7

CREATE TABLE user_profiles (
    id UUID NOT NULL, 
    user_id UUID NOT NULL, 
    bio CLOB, 
    avatar_url VARCHAR2(500 CHAR), 
    PRIMARY KEY (id), 
    FOREIGN KEY(user_id) REFERENCES users (id) ON DELETE CASCADE
)

/

INSERT INTO user_profiles (id, user_id, bio, avatar_url)
        SELECT gen_random_uuid(), id, bio, avatar_url
        FROM users
        WHERE bio IS NOT NULL OR avatar_url IS NOT NULL

/

ALTER TABLE users DROP COLUMN bio

/

ALTER TABLE users DROP COLUMN avatar_url

/

UPDATE alembic_version SET version_num='3b8d2fa6c0e7' WHERE alembic_version.version_num = 'd71e5b0c3fa9'

/

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

-- Running upgrade e6041ac97b58 -> 5f2c90e7ad16

ALTER TABLE users ADD new_status VARCHAR2(20 CHAR)

/

ALTER TABLE users ADD status VARCHAR2(20 CHAR)

/

UPDATE users SET status = 'active' WHERE is_active = true

/

UPDATE users SET status = 'inactive' WHERE is_active = false

/

UPDATE alembic_version SET version_num='5f2c90e7ad16' WHERE alembic_version.version_num = 'e6041ac97b58'

/

-- Running upgrade 5f2c90e7ad16 -> b1d7f3096c4e

UPDATE users
        SET new_status = CASE
            WHEN old_status = 'A' THEN 'active'
            WHEN old_status = 'I' THEN 'inactive'
            ELSE 'unknown'
        END
        WHERE new_status IS NULL

/

UPDATE alembic_version SET version_num='b1d7f3096c4e' WHERE alembic_version.version_num = '5f2c90e7ad16'

/

-- Running upgrade b1d7f3096c4e -> 08e5c4b2d9f1

ALTER TABLE users MODIFY new_status NOT NULL

/

UPDATE alembic_version SET version_num='08e5c4b2d9f1' WHERE alembic_version.version_num = 'b1d7f3096c4e'

/

-- Running upgrade 08e5c4b2d9f1 -> f9a36d18e205

ALTER TABLE users DROP COLUMN old_status

/

UPDATE alembic_version SET version_num='f9a36d18e205' WHERE alembic_version.version_num = '08e5c4b2d9f1'

/

-- Running upgrade f9a36d18e205 -> 6ae19c05d3b8

ALTER TYPE orderstatus ADD VALUE IF NOT EXISTS 'REFUNDED'

/

CREATE INDEX ix_orders_unpaid ON orders (created_at)

/

UPDATE alembic_version SET version_num='6ae19c05d3b8' WHERE alembic_version.version_num = 'f9a36d18e205'

/

-- Running upgrade f9a36d18e205 -> 2d64f8b0a7c3

CREATE INDEX ix_orders_customer_id_status ON orders (customer_id, status)

/

INSERT INTO alembic_version (version_num) VALUES ('2d64f8b0a7c3') RETURNING alembic_version.version_num INTO :ret_0

/

-- Running upgrade 2d64f8b0a7c3 -> c80b5e1f62d9

SET lock_timeout = '5min'

/

CREATE INDEX ix_products_category_id ON products (category_id)

/

ALTER TABLE products ADD weight_grams INTEGER

/

UPDATE alembic_version SET version_num='c80b5e1f62d9' WHERE alembic_version.version_num = '2d64f8b0a7c3'

/

-- Running upgrade c80b5e1f62d9, 6ae19c05d3b8 -> 713fe0a4b9d6

DELETE FROM alembic_version WHERE alembic_version.version_num = 'c80b5e1f62d9'

/

UPDATE alembic_version SET version_num='713fe0a4b9d6' WHERE alembic_version.version_num = '6ae19c05d3b8'

/

-- Running upgrade 713fe0a4b9d6 -> e50d92c7a1f8

ALTER TABLE orders ADD currency VARCHAR2(3 CHAR) DEFAULT 'EUR'

/

UPDATE orders
            SET currency = 'EUR'
            WHERE currency IS NULL
            AND created_at < DATE '2024-01-01'

/

UPDATE orders
            SET currency = 'EUR'
            WHERE currency IS NULL
            AND created_at < DATE '2024-02-01'

/

UPDATE orders
            SET currency = 'EUR'
            WHERE currency IS NULL
            AND created_at < DATE '2024-03-01'

/

UPDATE orders
            SET currency = 'EUR'
            WHERE currency IS NULL
            AND created_at < DATE '2024-04-01'

/

UPDATE alembic_version SET version_num='e50d92c7a1f8' WHERE alembic_version.version_num = '713fe0a4b9d6'

/

-- Running upgrade e50d92c7a1f8 -> 94b6a0d8e3c5

ALTER TABLE categories ADD position INTEGER

/

INSERT INTO categories (name, position) VALUES ('Gift cards', 10)

/

INSERT INTO categories (name, position) VALUES ('Children''s books', 20)

/

INSERT INTO categories (name, position) VALUES ('Second hand', 30)

/

UPDATE categories SET position=0 WHERE categories.position IS NULL

/

ALTER TABLE categories MODIFY position NOT NULL

/

ALTER TABLE categories MODIFY position DEFAULT '0'

/

UPDATE alembic_version SET version_num='94b6a0d8e3c5' WHERE alembic_version.version_num = 'e50d92c7a1f8'

/

