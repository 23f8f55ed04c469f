CREATE TABLE alembic_version (
    version_num VARCHAR2(32 CHAR) NOT NULL, 
    CONSTRAINT alembic_version_pkc PRIMARY KEY (version_num)
)

/

-- Running upgrade  -> 789abc012def

CREATE TABLE users (
    id UUID NOT NULL, 
    email VARCHAR2(255 CHAR) NOT NULL, 
    hashed_password VARCHAR2(255 CHAR) NOT NULL, 
    first_name VARCHAR2(120 CHAR), 
    last_name VARCHAR2(120 CHAR), 
    bio CLOB, 
    avatar_url VARCHAR2(500 CHAR), 
    old_status VARCHAR2(1 CHAR), 
    is_active BOOLEAN, 
    created_at DATE, 
    updated_at DATE, 
    PRIMARY KEY (id), 
    UNIQUE (email)
)

/

CREATE UNIQUE INDEX ix_users_email ON users (email)

/

INSERT INTO alembic_version (version_num) VALUES ('789abc012def') RETURNING alembic_version.version_num INTO :ret_0

/

