-- Running downgrade c41f98d3 -> 7bd14e60

UPDATE alembic_version SET version_num='7bd14e60' WHERE alembic_version.version_num = 'c41f98d3';

-- Running downgrade 7bd14e60 -> 2f5c0a91

DROP INDEX ix_events_person ON events;

ALTER TABLE events DROP COLUMN person;

UPDATE alembic_version SET version_num='2f5c0a91' WHERE alembic_version.version_num = '7bd14e60';

-- Running downgrade 2f5c0a91 -> 

DROP INDEX ix_events_kind ON events;

DROP TABLE events;

DELETE FROM alembic_version WHERE alembic_version.version_num = '2f5c0a91';

