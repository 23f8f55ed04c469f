BEGIN;

-- Running downgrade 2f5c0a91 -> 

DROP INDEX ix_bookings_room_id;

DROP TABLE bookings;

DROP TABLE rooms;

DELETE FROM alembic_version WHERE alembic_version.version_num = '2f5c0a91';

COMMIT;

