-- Running upgrade m01 -> m02

CREATE TABLE parents (
    id INTEGER NOT NULL PRIMARY KEY AUTOINCREMENT, 
    small SMALLINT NOT NULL ON CONFLICT FAIL, 
    code VARCHAR(10) NOT NULL, 
    name VARCHAR(30) DEFAULT 'it''s', 
    made DATETIME DEFAULT CURRENT_TIMESTAMP NOT NULL, 
    cents INTEGER DEFAULT 0, 
    euros NUMERIC(10, 2) GENERATED ALWAYS AS (cents / 100.0) STORED, 
    half INTEGER GENERATED ALWAYS AS (cents / 2), 
    CONSTRAINT uq_parents UNIQUE (small, name) ON CONFLICT ROLLBACK, 
    CONSTRAINT ck_small CHECK (small > 0 AND name <> '%'), 
    UNIQUE (code) ON CONFLICT IGNORE
);

CREATE INDEX ix_parents_name ON parents (name);

CREATE TABLE "Children" (
    id INTEGER NOT NULL, 
    parent_id INTEGER, 
    code VARCHAR(10), 
    "order" INTEGER DEFAULT 7, 
    PRIMARY KEY (id) ON CONFLICT REPLACE, 
    CONSTRAINT fk_code FOREIGN KEY(code) REFERENCES parents (code) DEFERRABLE INITIALLY DEFERRED, 
    FOREIGN KEY("order") REFERENCES "Children" (id) MATCH FULL, 
    CONSTRAINT fk_parent FOREIGN KEY(parent_id) REFERENCES parents (id) ON DELETE CASCADE ON UPDATE SET NULL
);

CREATE TABLE keyed (
    a INTEGER NOT NULL, 
    b VARCHAR(3) NOT NULL, 
    CONSTRAINT pk_keyed PRIMARY KEY (b, a)
)
 WITHOUT ROWID;

CREATE TABLE strict (
    id INTEGER NOT NULL, 
    t TEXT, 
    PRIMARY KEY (id)
)
 STRICT;

CREATE TEMPORARY TABLE passing (
    id INTEGER NOT NULL, 
    PRIMARY KEY (id)
);

DROP TABLE passing;

CREATE TABLE IF NOT EXISTS twice (
    id INTEGER NOT NULL, 
    PRIMARY KEY (id)
);

CREATE TABLE IF NOT EXISTS twice (
    id INTEGER NOT NULL, 
    PRIMARY KEY (id)
);

UPDATE alembic_version SET version_num='m02' WHERE alembic_version.version_num = 'm01';

