CREATE TABLE alembic_version (
    version_num VARCHAR(32) NOT NULL, 
    CONSTRAINT alembic_version_pkc PRIMARY KEY (version_num)
);

-- Running upgrade  -> 0abc1230f4d7

CREATE TABLE "user" (
    id SERIAL NOT NULL, 
    username VARCHAR NOT NULL, 
    name VARCHAR(255), 
    email VARCHAR NOT NULL, 
    password VARCHAR, 
    age INTEGER, 
    is_active BOOLEAN, 
    created_at TIMESTAMP WITHOUT TIME ZONE NOT NULL, 
    PRIMARY KEY (id)
);

CREATE UNIQUE INDEX ix_user_email ON "user" (email);

CREATE INDEX ix_user_username ON "user" (username);

INSERT INTO alembic_version (version_num) VALUES ('0abc1230f4d7') RETURNING alembic_version.version_num;

