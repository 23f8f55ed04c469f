BEGIN TRANSACTION;

CREATE TABLE alembic_version (
    version_num VARCHAR(32) NOT NULL, 
    CONSTRAINT alembic_version_pkc PRIMARY KEY (version_num)
);

GO

-- Running upgrade  -> 2f5c0a91

CREATE TABLE events (
    id BIGINT NOT NULL IDENTITY, 
    kind VARCHAR(40) NOT NULL, 
    subject VARCHAR(120) NULL, 
    happened_at DATETIME NOT NULL DEFAULT CURRENT_TIMESTAMP, 
    PRIMARY KEY (id)
);

GO

CREATE INDEX ix_events_kind ON events (kind);

GO

INSERT INTO alembic_version (version_num) OUTPUT inserted.version_num VALUES ('2f5c0a91');

GO

COMMIT;

GO

