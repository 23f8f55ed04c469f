-- for north

CREATE SCHEMA north

/

SET LOCAL lock_timeout TO '5s'

/

INSERT INTO settings (name, value) VALUES ('tenant''s', 1)

/

-- Running downgrade a03 -> a02

DROP INDEX ix_things_name

/

UPDATE north.alembic_version SET version_num='a02' WHERE north.alembic_version.version_num = 'a03'

/

RESET lock_timeout

/

ANALYZE

/

