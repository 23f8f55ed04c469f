CREATE TABLE alembic_version (
    version_num VARCHAR2(32 CHAR) NOT NULL, 
    CONSTRAINT alembic_version_pkc PRIMARY KEY (version_num)
)

/

-- Running upgrade  -> 0abc1230f4d7

CREATE TABLE "user" (
    id INTEGER NOT NULL, 
    username VARCHAR2 NOT NULL, 
    name VARCHAR2(255 CHAR), 
    email VARCHAR2 NOT NULL, 
    password VARCHAR2, 
    age INTEGER, 
    is_active BOOLEAN, 
    created_at DATE NOT NULL, 
    PRIMARY KEY (id)
)

/

CREATE UNIQUE INDEX ix_user_email ON "user" (email)

/

CREATE INDEX ix_user_username ON "user" (username)

/

INSERT INTO alembic_version (version_num) VALUES ('0abc1230f4d7') RETURNING alembic_version.version_num INTO :ret_0

/

