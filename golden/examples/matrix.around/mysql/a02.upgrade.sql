-- for north

CREATE SCHEMA north;

SET LOCAL lock_timeout TO '5s';

INSERT INTO settings (name, value) VALUES ('tenant''s', 1);

-- Running upgrade a01 -> a02

ALTER TABLE things ADD COLUMN name VARCHAR(20);

COMMENT ON TABLE things IS 'all of them';

UPDATE north.alembic_version SET version_num='a02' WHERE north.alembic_version.version_num = 'a01';

RESET lock_timeout;

ANALYZE;

