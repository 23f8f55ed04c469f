-- Running upgrade 789abc012def -> 1c7be20d4f53

CREATE TABLE products (
    id INTEGER NOT NULL AUTO_INCREMENT, 
    name VARCHAR(255) NOT NULL, 
    price NUMERIC(10, 2) NOT NULL, 
    quantity INTEGER NOT NULL, 
    category VARCHAR(50), 
    PRIMARY KEY (id)
);

CREATE TABLE addresses (
    id INTEGER NOT NULL AUTO_INCREMENT, 
    user_id UUID NOT NULL, 
    street VARCHAR(200) NOT NULL, 
    city VARCHAR(100) NOT NULL DEFAULT '', 
    PRIMARY KEY (id), 
    CONSTRAINT fk_addresses_user_id FOREIGN KEY(user_id) REFERENCES users (id) ON DELETE CASCADE
);

CREATE TABLE orders (
    id BIGINT NOT NULL AUTO_INCREMENT, 
    customer_id UUID NOT NULL, 
    address_id INTEGER, 
    status ENUM('PENDING','PAID','SHIPPED') NOT NULL, 
    total NUMERIC(10, 2) NOT NULL DEFAULT 0, 
    created_at DATETIME NOT NULL DEFAULT (now()), 
    PRIMARY KEY (id), 
    CONSTRAINT ck_orders_total_not_negative CHECK (total >= 0), 
    CONSTRAINT fk_orders_address_id FOREIGN KEY(address_id) REFERENCES addresses (id), 
    FOREIGN KEY(customer_id) REFERENCES users (id)
);

UPDATE alembic_version SET version_num='1c7be20d4f53' WHERE alembic_version.version_num = '789abc012def';

