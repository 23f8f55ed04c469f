-- for north

CREATE SCHEMA north;

SET LOCAL lock_timeout TO '5s';

INSERT INTO settings (name, value) VALUES ('tenant''s', 1);

-- Running downgrade a03 -> a02

DROP INDEX ix_things_name ON things;

UPDATE north.alembic_version SET version_num='a02' WHERE north.alembic_version.version_num = 'a03';

-- Running downgrade a02 -> a01

ALTER TABLE things DROP COLUMN name;

UPDATE north.alembic_version SET version_num='a01' WHERE north.alembic_version.version_num = 'a02';

-- Running downgrade a01 -> 

DROP TABLE things;

DELETE FROM north.alembic_version WHERE north.alembic_version.version_num = 'a01';

RESET lock_timeout;

ANALYZE;

