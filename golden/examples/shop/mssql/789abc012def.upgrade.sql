BEGIN TRANSACTION;

CREATE TABLE alembic_version (
    version_num VARCHAR(32) NOT NULL, 
    CONSTRAINT alembic_version_pkc PRIMARY KEY (version_num)
);

GO

-- Running upgrade  -> 789abc012def

CREATE TABLE users (
    id UUID NOT NULL, 
    email VARCHAR(255) NOT NULL, 
    hashed_password VARCHAR(255) NOT NULL, 
    first_name VARCHAR(120) NULL, 
    last_name VARCHAR(120) NULL, 
    bio TEXT NULL, 
    avatar_url VARCHAR(500) NULL, 
    old_status VARCHAR(1) NULL, 
    is_active BIT NULL, 
    created_at DATETIMEOFFSET NULL, 
    updated_at DATETIMEOFFSET NULL, 
    PRIMARY KEY (id), 
    UNIQUE (email)
);

GO

CREATE UNIQUE INDEX ix_users_email ON users (email);

GO

INSERT INTO alembic_version (version_num) OUTPUT inserted.version_num VALUES ('789abc012def');

GO

COMMIT;

GO

