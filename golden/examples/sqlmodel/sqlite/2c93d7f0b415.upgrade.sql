-- Running upgrade 1b52e0c9a6d8 -> 2c93d7f0b415

ALTER TABLE user ADD COLUMN role VARCHAR(50);

UPDATE "user" SET role = 'user' WHERE role IS NULL;

CREATE TABLE _alembic_tmp_user (
    id INTEGER NOT NULL, 
    username VARCHAR NOT NULL, 
    name VARCHAR(255), 
    email VARCHAR NOT NULL, 
    password VARCHAR, 
    age INTEGER, 
    is_active BOOLEAN, 
    created_at DATETIME NOT NULL, 
    phone_number VARCHAR(20), 
    role VARCHAR(50) NOT NULL, 
    PRIMARY KEY (id)
);

INSERT INTO _alembic_tmp_user (id, username, name, email, password, age, is_active, created_at, phone_number, role) SELECT user.id, user.username, user.name, user.email, user.password, user.age, user.is_active, user.created_at, user.phone_number, user.role 
FROM user;

DROP TABLE user;

ALTER TABLE _alembic_tmp_user RENAME TO user;

CREATE UNIQUE INDEX ix_user_email ON user (email);

CREATE INDEX ix_user_username ON user (username);

UPDATE alembic_version SET version_num='2c93d7f0b415' WHERE alembic_version.version_num = '1b52e0c9a6d8';

