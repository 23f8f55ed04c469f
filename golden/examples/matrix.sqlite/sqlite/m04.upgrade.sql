-- Running upgrade m03 -> m04

CREATE TABLE changing (
    id INTEGER NOT NULL, 
    a VARCHAR(20), 
    b INTEGER, 
    c INTEGER DEFAULT '4', 
    d INTEGER NOT NULL, 
    e TEXT, 
    PRIMARY KEY (id)
);

CREATE TABLE _alembic_tmp_changing (
    id INTEGER NOT NULL, 
    first INTEGER DEFAULT (1 + 1), 
    a INTEGER, 
    b INTEGER DEFAULT '3' NOT NULL, 
    c INTEGER, 
    "Renamed d" BIGINT, 
    e TEXT, 
    g INTEGER, 
    PRIMARY KEY (id), 
    CONSTRAINT ck_id CHECK (id > 0), 
    CONSTRAINT fk_g FOREIGN KEY(g) REFERENCES changing (id), 
    CONSTRAINT uq_ac UNIQUE (a, c)
);

INSERT INTO _alembic_tmp_changing (id, a, b, c, "Renamed d", e) SELECT changing.id, CAST(changing.a AS INTEGER) AS a, changing.b, changing.c, changing.d, changing.e 
FROM changing;

DROP TABLE changing;

ALTER TABLE _alembic_tmp_changing RENAME TO changing;

CREATE INDEX ix_e ON changing (e);

ALTER TABLE changing ADD COLUMN f BOOLEAN DEFAULT 1 NOT NULL;

ALTER TABLE changing ADD COLUMN h INTEGER GENERATED ALWAYS AS (id * 2);

ALTER TABLE changing DROP COLUMN h;

ALTER TABLE changing RENAME COLUMN f TO flag;

CREATE TABLE _alembic_tmp_changing (
    id INTEGER NOT NULL, 
    first INTEGER DEFAULT (1 + 1), 
    b INTEGER DEFAULT '3' NOT NULL, 
    "Renamed d" BIGINT, 
    e TEXT, 
    g INTEGER, 
    flag BOOLEAN DEFAULT 1 NOT NULL, 
    a INTEGER, 
    PRIMARY KEY (id), 
    CONSTRAINT ck_id CHECK (id > 0), 
    CONSTRAINT fk_g FOREIGN KEY(g) REFERENCES changing (id)
);

INSERT INTO _alembic_tmp_changing (id, first, b, "Renamed d", e, g, flag, a) SELECT changing.id, changing.first, changing.b, changing."Renamed d", changing.e, changing.g, changing.flag, changing.a 
FROM changing;

DROP TABLE changing;

ALTER TABLE _alembic_tmp_changing RENAME TO changing;

CREATE INDEX ix_e ON changing (e);

ALTER TABLE changing RENAME TO "Changed";

UPDATE alembic_version SET version_num='m04' WHERE alembic_version.version_num = 'm03';

