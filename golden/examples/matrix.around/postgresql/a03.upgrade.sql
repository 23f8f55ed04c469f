-- for north

CREATE SCHEMA north;

BEGIN;

SET LOCAL lock_timeout TO '5s';

INSERT INTO settings (name, value) VALUES ('tenant''s', 1);

-- Running upgrade a02 -> a03

CREATE INDEX ix_things_name ON things (name);

UPDATE north.alembic_version SET version_num='a03' WHERE north.alembic_version.version_num = 'a02';

RESET lock_timeout;

COMMIT;

ANALYZE;

