-- for north

CREATE SCHEMA north;

BEGIN;

SET LOCAL lock_timeout TO '5s';

INSERT INTO settings (name, value) VALUES ('tenant''s', 1);

-- Running downgrade a02 -> a01

ALTER TABLE things DROP COLUMN name;

UPDATE north.alembic_version SET version_num='a01' WHERE north.alembic_version.version_num = 'a02';

RESET lock_timeout;

COMMIT;

ANALYZE;

