-- Running downgrade 4e15a9b2d837 -> 3d04f8a1c726

CREATE TABLE _alembic_tmp_user (
    id INTEGER NOT NULL, 
    username VARCHAR NOT NULL, 
    full_name VARCHAR(255), 
    age INTEGER, 
    is_active BOOLEAN, 
    created_at DATETIME NOT NULL, 
    phone_number VARCHAR(20), 
    role VARCHAR(50) NOT NULL, 
    email VARCHAR NOT NULL, 
    password VARCHAR, 
    PRIMARY KEY (id)
);

INSERT INTO _alembic_tmp_user (id, username, full_name, age, is_active, created_at, phone_number, role, email, password) SELECT user.id, user.username, user.full_name, CAST(user.age AS INTEGER) AS age, user.is_active, user.created_at, user.phone_number, user.role, user.email, user.password 
FROM user;

DROP TABLE user;

ALTER TABLE _alembic_tmp_user RENAME TO user;

CREATE UNIQUE INDEX ix_user_email ON user (email);

CREATE INDEX ix_user_username ON user (username);

UPDATE alembic_version SET version_num='3d04f8a1c726' WHERE alembic_version.version_num = '4e15a9b2d837';

