BEGIN;

-- Running downgrade c41f98d3 -> 7bd14e60

ALTER TABLE bookings DROP CONSTRAINT ck_bookings_order;

ALTER TABLE bookings DROP COLUMN cancelled_at;

UPDATE alembic_version SET version_num='7bd14e60' WHERE alembic_version.version_num = 'c41f98d3';

-- Running downgrade 7bd14e60 -> 2f5c0a91

ALTER TABLE bookings DROP COLUMN person;

UPDATE alembic_version SET version_num='2f5c0a91' WHERE alembic_version.version_num = '7bd14e60';

-- Running downgrade 2f5c0a91 -> 

DROP INDEX ix_bookings_room_id;

DROP TABLE bookings;

DROP TABLE rooms;

DELETE FROM alembic_version WHERE alembic_version.version_num = '2f5c0a91';

COMMIT;

