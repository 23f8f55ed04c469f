-- The database as of 2025-11-09: what the manual migrations 001 to 029 had made.

CREATE TABLE users (
    id VARCHAR(100) NOT NULL,
    username VARCHAR(80) NOT NULL,
    first_name VARCHAR(255),
    created_at TIMESTAMP WITH TIME ZONE DEFAULT now() NOT NULL,
    CONSTRAINT users_pkey PRIMARY KEY (id),
    CONSTRAINT users_username_key UNIQUE (username)
);

CREATE TABLE devices (
    id BIGSERIAL NOT NULL,
    owner_id VARCHAR(100) NOT NULL,
    label TEXT DEFAULT 'unnamed' NOT NULL,
    installed_on DATE,
    PRIMARY KEY (id),
    CONSTRAINT devices_owner_id_fkey FOREIGN KEY (owner_id) REFERENCES users (id) ON DELETE CASCADE
);

CREATE INDEX idx_devices_owner ON devices (owner_id);
