-- Running upgrade 3d04f8a1c726 -> 4e15a9b2d837

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

INSERT INTO _alembic_tmp_user (id, username, full_name, email, password, age, is_active, created_at, phone_number, role) SELECT user.id, user.username, user.full_name, user.email, user.password, CAST(user.age AS VARCHAR(3)) AS age, user.is_active, user.created_at, user.phone_number, user.role 
FROM user;

DROP TABLE user;

ALTER TABLE _alembic_tmp_user RENAME TO user;

CREATE UNIQUE INDEX ix_user_email ON user (email);

CREATE INDEX ix_user_username ON user (username);

UPDATE alembic_version SET version_num='4e15a9b2d837' WHERE alembic_version.version_num = '3d04f8a1c726';

