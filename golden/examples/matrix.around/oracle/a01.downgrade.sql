-- for north

CREATE SCHEMA north

/

SET LOCAL lock_timeout TO '5s'

/

INSERT INTO settings (name, value) VALUES ('tenant''s', 1)

/

-- Running downgrade a01 -> 

DROP TABLE things

/

DELETE FROM north.alembic_version WHERE north.alembic_version.version_num = 'a01'

/

RESET lock_timeout

/

ANALYZE

/

