BEGIN TRANSACTION;

CREATE TABLE alembic_version (
    version_num VARCHAR(32) NOT NULL, 
    CONSTRAINT alembic_version_pkc PRIMARY KEY (version_num)
);

GO

-- Running upgrade  -> 0abc1230f4d7

CREATE TABLE [user] (
    id INTEGER NOT NULL IDENTITY, 
    username VARCHAR(max) NOT NULL, 
    name VARCHAR(255) NULL, 
    email VARCHAR(max) NOT NULL, 
    password VARCHAR(max) NULL, 
    age INTEGER NULL, 
    is_active BIT NULL, 
    created_at DATETIME NOT NULL, 
    PRIMARY KEY (id)
);

GO

CREATE UNIQUE INDEX ix_user_email ON [user] (email);

GO

CREATE INDEX ix_user_username ON [user] (username);

GO

INSERT INTO alembic_version (version_num) OUTPUT inserted.version_num VALUES ('0abc1230f4d7');

GO

COMMIT;

GO

