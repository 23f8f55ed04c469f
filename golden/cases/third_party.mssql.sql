--- case: third_party::table_without_schema
BEGIN TRANSACTION;

CREATE TABLE alembic_version (
    version_num VARCHAR(32) NOT NULL, 
    CONSTRAINT alembic_version_pkc PRIMARY KEY (version_num)
);

GO

-- Running upgrade  -> a1

INSERT INTO t (a) VALUES (1);

GO

UPDATE t SET a=2 WHERE t.a = 1;

GO

SELECT t.a 
FROM t 
WHERE t.a = 2;

GO

INSERT INTO alembic_version (version_num) OUTPUT inserted.version_num VALUES ('a1');

GO

COMMIT;

GO

