BEGIN;

-- Running upgrade 2f5c0a91 -> 7bd14e60

ALTER TABLE bookings ADD COLUMN person VARCHAR(120);

UPDATE bookings SET person = 'reception' WHERE person IS NULL;

ALTER TABLE bookings ALTER COLUMN person SET NOT NULL;

UPDATE alembic_version SET version_num='7bd14e60' WHERE alembic_version.version_num = '2f5c0a91';

COMMIT;

