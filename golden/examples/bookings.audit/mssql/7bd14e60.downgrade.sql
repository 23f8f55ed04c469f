BEGIN TRANSACTION;

-- Running downgrade 7bd14e60 -> 2f5c0a91

DROP INDEX ix_events_person ON events;

GO

ALTER TABLE events DROP COLUMN person;

GO

UPDATE alembic_version SET version_num='2f5c0a91' WHERE alembic_version.version_num = '7bd14e60';

GO

COMMIT;

GO

