BEGIN;

CREATE TABLE alembic_version (
    version_num VARCHAR(32) NOT NULL, 
    CONSTRAINT alembic_version_pkc PRIMARY KEY (version_num)
);

-- Running upgrade  -> b80c16c4db24

INSERT INTO alembic_version (version_num) VALUES ('b80c16c4db24') RETURNING alembic_version.version_num;

COMMIT;

