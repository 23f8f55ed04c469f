CREATE TABLE alembic_version (
    version_num VARCHAR(32) NOT NULL, 
    CONSTRAINT alembic_version_pkc PRIMARY KEY (version_num)
);

-- Running upgrade  -> 2f5c0a91

CREATE TABLE events (
    id BIGINT NOT NULL AUTO_INCREMENT, 
    kind VARCHAR(40) NOT NULL, 
    subject VARCHAR(120), 
    happened_at DATETIME NOT NULL DEFAULT (now()), 
    PRIMARY KEY (id)
);

CREATE INDEX ix_events_kind ON events (kind);

INSERT INTO alembic_version (version_num) VALUES ('2f5c0a91');

