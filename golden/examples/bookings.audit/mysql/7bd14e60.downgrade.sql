-- Running downgrade 7bd14e60 -> 2f5c0a91

DROP INDEX ix_events_person ON events;

ALTER TABLE events DROP COLUMN person;

UPDATE alembic_version SET version_num='2f5c0a91' WHERE alembic_version.version_num = '7bd14e60';

