-- for north

CREATE SCHEMA north

/

SET LOCAL lock_timeout TO '5s'

/

INSERT INTO settings (name, value) VALUES ('tenant''s', 1)

/

CREATE TABLE north.alembic_version (
    version_num VARCHAR2(32 CHAR) NOT NULL, 
    CONSTRAINT alembic_version_pkc PRIMARY KEY (version_num)
)

/

-- Running upgrade  -> a01

CREATE TABLE things (
    id INTEGER NOT NULL, 
    PRIMARY KEY (id)
)

/

INSERT INTO north.alembic_version (version_num) VALUES ('a01') RETURNING north.alembic_version.version_num INTO :ret_0

/

RESET lock_timeout

/

ANALYZE

/

