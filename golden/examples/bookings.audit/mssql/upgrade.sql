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

-- Running upgrade 2f5c0a91 -> 7bd14e60

ALTER TABLE events ADD person VARCHAR(120) NULL;

GO

CREATE INDEX ix_events_person ON events (person, happened_at);

GO

UPDATE alembic_version SET version_num='7bd14e60' WHERE alembic_version.version_num = '2f5c0a91';

GO

-- Running upgrade 7bd14e60 -> c41f98d3

UPDATE alembic_version SET version_num='c41f98d3' WHERE alembic_version.version_num = '7bd14e60';

GO

COMMIT;

GO

