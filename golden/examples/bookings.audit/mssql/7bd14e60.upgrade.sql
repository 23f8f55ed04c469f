BEGIN TRANSACTION;

-- Running upgrade 2f5c0a91 -> 7bd14e60

ALTER TABLE events ADD person VARCHAR(120) NULL;

GO

CREATE INDEX ix_events_person ON events (person, happened_at);

GO

UPDATE alembic_version SET version_num='7bd14e60' WHERE alembic_version.version_num = '2f5c0a91';

GO

COMMIT;

GO

