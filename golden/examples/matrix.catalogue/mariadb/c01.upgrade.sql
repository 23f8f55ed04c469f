CREATE TABLE alembic_version (
    version_num VARCHAR(32) NOT NULL, 
    CONSTRAINT alembic_version_pkc PRIMARY KEY (version_num)
);

-- Running upgrade  -> c01

CREATE TABLE owners (
    id INTEGER NOT NULL AUTO_INCREMENT, 
    region INTEGER NOT NULL, 
    code VARCHAR(20) NOT NULL, 
    note VARCHAR(20), 
    mood ENUM('sad','ok'), 
    CONSTRAINT pk_owners PRIMARY KEY (id), 
    CONSTRAINT uq_owners_code UNIQUE (code), 
    CONSTRAINT uq_owners_both UNIQUE (id, region)
);

CREATE TABLE things (
    id INTEGER NOT NULL AUTO_INCREMENT, 
    owner_id INTEGER, 
    region INTEGER, 
    keeper_id INTEGER, 
    size INTEGER, 
    CONSTRAINT pk_things PRIMARY KEY (id), 
    CONSTRAINT fk_things_keeper FOREIGN KEY(keeper_id) REFERENCES owners (id), 
    CONSTRAINT fk_things_owner FOREIGN KEY(owner_id, region) REFERENCES owners (id, region), 
    CONSTRAINT ck_things_size CHECK (size > 0)
);

CREATE INDEX ix_things_size ON things (size);

CREATE UNIQUE INDEX ux_things_size_keeper ON things (size, keeper_id);

CREATE TABLE answers (
    question TEXT, 
    answer TEXT
);

INSERT INTO alembic_version (version_num) VALUES ('c01') RETURNING alembic_version.version_num;

