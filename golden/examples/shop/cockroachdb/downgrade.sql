-- Running downgrade 94b6a0d8e3c5 -> e50d92c7a1f8

DELETE FROM categories WHERE categories.name IN ('Gift cards', 'Children''s books', 'Second hand');

ALTER TABLE categories DROP COLUMN position;

UPDATE alembic_version SET version_num='e50d92c7a1f8' WHERE alembic_version.version_num = '94b6a0d8e3c5';

-- Running downgrade e50d92c7a1f8 -> 713fe0a4b9d6

ALTER TABLE orders DROP COLUMN currency;

UPDATE alembic_version SET version_num='713fe0a4b9d6' WHERE alembic_version.version_num = 'e50d92c7a1f8';

-- Running downgrade 713fe0a4b9d6 -> c80b5e1f62d9, 6ae19c05d3b8

INSERT INTO alembic_version (version_num) VALUES ('c80b5e1f62d9') RETURNING alembic_version.version_num;

UPDATE alembic_version SET version_num='6ae19c05d3b8' WHERE alembic_version.version_num = '713fe0a4b9d6';

-- Running downgrade c80b5e1f62d9 -> 2d64f8b0a7c3

ALTER TABLE products DROP COLUMN weight_grams;

DROP INDEX CONCURRENTLY ix_products_category_id;

UPDATE alembic_version SET version_num='2d64f8b0a7c3' WHERE alembic_version.version_num = 'c80b5e1f62d9';

-- Running downgrade 2d64f8b0a7c3 -> f9a36d18e205

DROP INDEX ix_orders_customer_id_status;

DELETE FROM alembic_version WHERE alembic_version.version_num = '2d64f8b0a7c3';

-- Running downgrade 6ae19c05d3b8 -> f9a36d18e205

DROP INDEX CONCURRENTLY IF EXISTS ix_orders_unpaid;

UPDATE orders SET status = 'PAID' WHERE status = 'REFUNDED';

ALTER TYPE orderstatus RENAME TO orderstatus_old;

CREATE TYPE orderstatus AS ENUM ('PENDING', 'PAID', 'SHIPPED');

ALTER TABLE orders ALTER COLUMN status TYPE orderstatus USING status::text::orderstatus;

DROP TYPE orderstatus_old;

UPDATE alembic_version SET version_num='f9a36d18e205' WHERE alembic_version.version_num = '6ae19c05d3b8';

-- Running downgrade f9a36d18e205 -> 08e5c4b2d9f1

ALTER TABLE users ADD COLUMN old_status VARCHAR(1);

UPDATE users
        SET old_status = CASE new_status WHEN 'active' THEN 'A' WHEN 'inactive' THEN 'I' END;

UPDATE alembic_version SET version_num='08e5c4b2d9f1' WHERE alembic_version.version_num = 'f9a36d18e205';

-- Running downgrade 08e5c4b2d9f1 -> b1d7f3096c4e

ALTER TABLE users ALTER COLUMN new_status DROP NOT NULL;

UPDATE alembic_version SET version_num='b1d7f3096c4e' WHERE alembic_version.version_num = '08e5c4b2d9f1';

-- Running downgrade b1d7f3096c4e -> 5f2c90e7ad16

UPDATE alembic_version SET version_num='5f2c90e7ad16' WHERE alembic_version.version_num = 'b1d7f3096c4e';

-- Running downgrade 5f2c90e7ad16 -> e6041ac97b58

ALTER TABLE users DROP COLUMN status;

ALTER TABLE users DROP COLUMN new_status;

UPDATE alembic_version SET version_num='e6041ac97b58' WHERE alembic_version.version_num = '5f2c90e7ad16';

-- Running downgrade e6041ac97b58 -> 3b8d2fa6c0e7

ALTER TABLE products ADD COLUMN category VARCHAR(50);

UPDATE products
        SET category = categories.name
        FROM categories
        WHERE products.category_id = categories.id;

ALTER TABLE products DROP CONSTRAINT fk_products_category;

ALTER TABLE products DROP COLUMN category_id;

DROP TABLE categories;

UPDATE alembic_version SET version_num='3b8d2fa6c0e7' WHERE alembic_version.version_num = 'e6041ac97b58';

-- Running downgrade 3b8d2fa6c0e7 -> d71e5b0c3fa9

ALTER TABLE users ADD COLUMN avatar_url VARCHAR(500);

ALTER TABLE users ADD COLUMN bio TEXT;

UPDATE users
        SET bio = user_profiles.bio, avatar_url = user_profiles.avatar_url
        FROM user_profiles
        WHERE user_profiles.user_id = users.id;

DROP TABLE user_profiles;

UPDATE alembic_version SET version_num='d71e5b0c3fa9' WHERE alembic_version.version_num = '3b8d2fa6c0e7';

-- Running downgrade d71e5b0c3fa9 -> 90ac8ef7d614

ALTER TABLE orders DROP CONSTRAINT fk_orders_shipping_address_id;

ALTER TABLE shipping_addresses RENAME TO addresses;

ALTER TABLE orders ADD CONSTRAINT fk_orders_address_id FOREIGN KEY(address_id) REFERENCES addresses (id);

UPDATE alembic_version SET version_num='90ac8ef7d614' WHERE alembic_version.version_num = 'd71e5b0c3fa9';

-- Running downgrade 90ac8ef7d614 -> 4e90b7d3152c

ALTER TABLE orders DROP COLUMN channel;

UPDATE alembic_version SET version_num='4e90b7d3152c' WHERE alembic_version.version_num = '90ac8ef7d614';

-- Running downgrade 4e90b7d3152c -> c2f41d6a9e30

ALTER TABLE products ALTER COLUMN price TYPE NUMERIC(10, 2);

ALTER TABLE products DROP COLUMN description;

UPDATE alembic_version SET version_num='c2f41d6a9e30' WHERE alembic_version.version_num = '4e90b7d3152c';

-- Running downgrade c2f41d6a9e30 -> a5d0c9e81b27

ALTER TABLE users DROP COLUMN full_name;

UPDATE alembic_version SET version_num='a5d0c9e81b27' WHERE alembic_version.version_num = 'c2f41d6a9e30';

-- Running downgrade a5d0c9e81b27 -> 1c7be20d4f53

DROP INDEX ix_users_phone;

ALTER TABLE users DROP COLUMN phone;

UPDATE alembic_version SET version_num='1c7be20d4f53' WHERE alembic_version.version_num = 'a5d0c9e81b27';

-- Running downgrade 1c7be20d4f53 -> 789abc012def

DROP TABLE orders;

DROP TABLE addresses;

DROP TABLE products;

DROP TYPE orderstatus;

UPDATE alembic_version SET version_num='789abc012def' WHERE alembic_version.version_num = '1c7be20d4f53';

-- Running downgrade 789abc012def -> 

DROP INDEX ix_users_email;

DROP TABLE users;

DELETE FROM alembic_version WHERE alembic_version.version_num = '789abc012def';

