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

