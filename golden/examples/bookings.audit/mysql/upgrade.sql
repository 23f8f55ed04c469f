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

-- Running upgrade 2f5c0a91 -> 7bd14e60

ALTER TABLE events ADD COLUMN person VARCHAR(120);

CREATE INDEX ix_events_person ON events (person, happened_at);

UPDATE alembic_version SET version_num='7bd14e60' WHERE alembic_version.version_num = '2f5c0a91';

-- Running upgrade 7bd14e60 -> c41f98d3

UPDATE alembic_version SET version_num='c41f98d3' WHERE alembic_version.version_num = '7bd14e60';

