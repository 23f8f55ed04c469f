-- Running downgrade 7b48dce50b6a -> 6a37cbd4fa59

CREATE TABLE _alembic_tmp_user (
    id INTEGER NOT NULL, 
    username VARCHAR NOT NULL, 
    full_name VARCHAR(255), 
    email VARCHAR NOT NULL, 
    password VARCHAR, 
    age VARCHAR(3), 
    is_active BOOLEAN, 
    created_at DATETIME NOT NULL, 
    phone_number VARCHAR(20), 
    role VARCHAR(50) NOT NULL, 
    PRIMARY KEY (id)
);

INSERT INTO _alembic_tmp_user (id, username, full_name, email, password, age, is_active, created_at, phone_number, role) SELECT user.id, user.username, user.full_name, user.email, user.password, user.age, user.is_active, user.created_at, user.phone_number, user.role 
FROM user;

DROP TABLE user;

ALTER TABLE _alembic_tmp_user RENAME TO user;

CREATE INDEX idx_user_email_username ON user (email, username);

CREATE UNIQUE INDEX ix_user_email ON user (email);

CREATE INDEX ix_user_username ON user (username);

UPDATE alembic_version SET version_num='6a37cbd4fa59' WHERE alembic_version.version_num = '7b48dce50b6a';

