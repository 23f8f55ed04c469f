BEGIN;

-- Running downgrade c41f98d3 -> 7bd14e60

ALTER TABLE bookings DROP CONSTRAINT ck_bookings_order;

ALTER TABLE bookings DROP COLUMN cancelled_at;

UPDATE alembic_version SET version_num='7bd14e60' WHERE alembic_version.version_num = 'c41f98d3';

COMMIT;

