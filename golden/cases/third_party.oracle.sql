--- case: third_party::table_without_schema
CREATE TABLE alembic_version (
    version_num VARCHAR2(32 CHAR) NOT NULL, 
    CONSTRAINT alembic_version_pkc PRIMARY KEY (version_num)
)

/

-- Running upgrade  -> a1

INSERT INTO t (a) VALUES (1)

/

UPDATE t SET a=2 WHERE t.a = 1

/

SELECT t.a 
FROM t 
WHERE t.a = 2

/

INSERT INTO alembic_version (version_num) VALUES ('a1') RETURNING alembic_version.version_num INTO :ret_0

/

