-- Running downgrade 2f5c0a91 -> 

DROP INDEX ix_events_kind ON events;

DROP TABLE events;

DELETE FROM alembic_version WHERE alembic_version.version_num = '2f5c0a91';

