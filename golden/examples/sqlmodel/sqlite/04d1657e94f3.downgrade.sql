-- Running downgrade 04d1657e94f3 -> f3c0546d83e2

ALTER TABLE user ADD COLUMN email VARCHAR;

UPDATE "user" SET email = new_email;

ALTER TABLE user ALTER COLUMN email SET NOT NULL;

CREATE UNIQUE INDEX ix_user_email ON user (email);

CREATE INDEX idx_user_email_username ON user (email, username);

CREATE TABLE _alembic_tmp_user (
    id INTEGER NOT NULL, 
    username VARCHAR NOT NULL, 
    full_name VARCHAR(255), 
    age VARCHAR(3), 
    is_active BOOLEAN, 
    created_at DATETIME NOT NULL, 
    phone_number VARCHAR(20), 
    role VARCHAR(50) NOT NULL, 
    email_verified BOOLEAN, 
    email_verified_at DATETIME, 
    hashed_password VARCHAR, 
    new_email VARCHAR NOT NULL, 
    email VARCHAR NOT NULL, 
    PRIMARY KEY (id), 
    CONSTRAINT uq_user_email UNIQUE (email)
);

INSERT INTO _alembic_tmp_user (id, username, full_name, age, is_active, created_at, phone_number, role, email_verified, email_verified_at, hashed_password, new_email, email) SELECT user.id, user.username, user.full_name, user.age, user.is_active, user.created_at, user.phone_number, user.role, user.email_verified, user.email_verified_at, user.hashed_password, user.new_email, user.email 
FROM user;

DROP TABLE user;

ALTER TABLE _alembic_tmp_user RENAME TO user;

CREATE INDEX idx_user_email_username ON user (email, username);

CREATE UNIQUE INDEX ix_user_email ON user (email);

CREATE INDEX ix_user_username ON user (username);

UPDATE alembic_version SET version_num='f3c0546d83e2' WHERE alembic_version.version_num = '04d1657e94f3';

