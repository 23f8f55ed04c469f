CREATE TABLE alembic_version (
    version_num VARCHAR(32) NOT NULL, 
    CONSTRAINT alembic_version_pkc PRIMARY KEY (version_num)
);

-- Running upgrade  -> 000_initial_schema

CREATE TABLE users (
    id INTEGER NOT NULL AUTO_INCREMENT, 
    username VARCHAR(80) NOT NULL, 
    created_at DATETIME NOT NULL, 
    updated_at DATETIME NOT NULL, 
    CONSTRAINT pk_users PRIMARY KEY (id), 
    CONSTRAINT uq_users_username UNIQUE (username)
);

CREATE TABLE gateway_endpoints (
    id INTEGER NOT NULL AUTO_INCREMENT, 
    path VARCHAR(255) NOT NULL, 
    timeout_ms INTEGER NOT NULL DEFAULT 3000, 
    method VARCHAR(8) NOT NULL, 
    owner_id INTEGER, 
    CONSTRAINT pk_gateway_endpoints PRIMARY KEY (id), 
    CONSTRAINT ck_gateway_endpoints_method CHECK (method IN ('GET', 'POST', 'PUT', 'DELETE')), 
    CONSTRAINT fk_gateway_endpoints_owner_id_users FOREIGN KEY(owner_id) REFERENCES users (id) ON DELETE SET NULL
);

CREATE INDEX ix_gateway_endpoints_path ON gateway_endpoints (path);

INSERT INTO alembic_version (version_num) VALUES ('000_initial_schema') RETURNING alembic_version.version_num;

