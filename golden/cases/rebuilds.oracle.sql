--- case: rebuilds::filled_of_copy
CREATE TABLE alembic_version (
    version_num VARCHAR2(32 CHAR) NOT NULL, 
    CONSTRAINT alembic_version_pkc PRIMARY KEY (version_num)
)

/

-- Running upgrade  -> a1

CREATE TABLE "_alembic_tmp_t" (
    id INTEGER NOT NULL, 
    a VARCHAR2(20 CHAR), 
    n INTEGER NOT NULL, 
    d DATE, 
    PRIMARY KEY (id)
)

/

INSERT INTO "_alembic_tmp_t" (id, a, n, d) SELECT t.id, t.a, NULL AS anon_1, CURRENT_TIMESTAMP AS now_1 
FROM t

/

DROP TABLE t

/

ALTER TABLE "_alembic_tmp_t" RENAME TO t

/

INSERT INTO alembic_version (version_num) VALUES ('a1') RETURNING alembic_version.version_num INTO :ret_0

/

