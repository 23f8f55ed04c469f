--- case: batch_chain::bare_06
CREATE TABLE alembic_version (
    version_num VARCHAR(32) NOT NULL, 
    CONSTRAINT alembic_version_pkc PRIMARY KEY (version_num)
);

-- Running upgrade  -> a1

CREATE TABLE t (
    id INTEGER NOT NULL, 
    a VARCHAR(20), 
    b INTEGER, 
    PRIMARY KEY (id)
);

INSERT INTO alembic_version (version_num) VALUES ('a1') RETURNING version_num;

-- Running upgrade a1 -> a2

CREATE TABLE _alembic_tmp_t (
    id INTEGER NOT NULL, 
    a VARCHAR(20), 
    b INTEGER, 
    z INTEGER GENERATED ALWAYS AS (id + 1) STORED, 
    PRIMARY KEY (id)
);

INSERT INTO _alembic_tmp_t (id, a, b) SELECT t.id, t.a, t.b 
FROM t;

DROP TABLE t;

ALTER TABLE _alembic_tmp_t RENAME TO t;

UPDATE alembic_version SET version_num='a2' WHERE alembic_version.version_num = 'a1';

--- case: batch_chain::always_18
CREATE TABLE alembic_version (
    version_num VARCHAR(32) NOT NULL, 
    CONSTRAINT alembic_version_pkc PRIMARY KEY (version_num)
);

-- Running upgrade  -> a1

CREATE TABLE u (
    id INTEGER NOT NULL, 
    PRIMARY KEY (id)
);

CREATE TABLE t (
    id INTEGER NOT NULL, 
    a VARCHAR(20) DEFAULT 'x' NOT NULL, 
    b INTEGER, 
    f BOOLEAN, 
    e VARCHAR(1), 
    n NUMERIC(10, 2) DEFAULT 0, 
    d DATETIME DEFAULT CURRENT_TIMESTAMP, 
    j JSON, 
    PRIMARY KEY (id), 
    CONSTRAINT ck_b CHECK (b > 1), 
    CONSTRAINT uq_a UNIQUE (a), 
    CONSTRAINT fk_b FOREIGN KEY(b) REFERENCES u (id) ON DELETE CASCADE, 
    CONSTRAINT ck_f CHECK (f IN (0, 1)), 
    CONSTRAINT ck_e CHECK (e IN ('p', 'q'))
);

CREATE INDEX ix_b ON t (b);

CREATE UNIQUE INDEX ix_ab ON t (a, b);

INSERT INTO alembic_version (version_num) VALUES ('a1') RETURNING version_num;

-- Running upgrade a1 -> a2

CREATE TABLE _alembic_tmp_t (
    id INTEGER NOT NULL, 
    a VARCHAR(20) DEFAULT 'x' NOT NULL, 
    b BIGINT, 
    f BOOLEAN, 
    e VARCHAR(1), 
    n NUMERIC(10, 2) DEFAULT 0, 
    d DATETIME DEFAULT (CURRENT_TIMESTAMP), 
    j JSON, 
    PRIMARY KEY (id), 
    CONSTRAINT ck_b CHECK (b > 1), 
    CONSTRAINT uq_a UNIQUE (a), 
    CONSTRAINT fk_b FOREIGN KEY(b) REFERENCES u (id) ON DELETE CASCADE, 
    CONSTRAINT ck_f CHECK (f IN (0, 1)), 
    CONSTRAINT ck_e CHECK (e IN ('p', 'q'))
);

INSERT INTO _alembic_tmp_t (id, a, b, f, e, n, d, j) SELECT t.id, t.a, t.b, t.f, t.e, t.n, t.d, t.j 
FROM t;

DROP TABLE t;

ALTER TABLE _alembic_tmp_t RENAME TO t;

CREATE UNIQUE INDEX ix_ab ON t (a, b);

CREATE INDEX ix_b ON t (b);

UPDATE alembic_version SET version_num='a2' WHERE alembic_version.version_num = 'a1';

--- case: batch_chain::rich_36
CREATE TABLE alembic_version (
    version_num VARCHAR(32) NOT NULL, 
    CONSTRAINT alembic_version_pkc PRIMARY KEY (version_num)
);

-- Running upgrade  -> a1

CREATE TABLE u (
    id INTEGER NOT NULL, 
    PRIMARY KEY (id)
);

CREATE TABLE t (
    id INTEGER NOT NULL, 
    a VARCHAR(20) DEFAULT 'x' NOT NULL, 
    b INTEGER, 
    f BOOLEAN, 
    e VARCHAR(1), 
    n NUMERIC(10, 2) DEFAULT 0, 
    d DATETIME DEFAULT CURRENT_TIMESTAMP, 
    j JSON, 
    PRIMARY KEY (id), 
    CONSTRAINT ck_b CHECK (b > 1), 
    CONSTRAINT uq_a UNIQUE (a), 
    CONSTRAINT fk_b FOREIGN KEY(b) REFERENCES u (id) ON DELETE CASCADE, 
    CONSTRAINT ck_f CHECK (f IN (0, 1)), 
    CONSTRAINT ck_e CHECK (e IN ('p', 'q'))
);

CREATE INDEX ix_b ON t (b);

CREATE UNIQUE INDEX ix_ab ON t (a, b);

INSERT INTO alembic_version (version_num) VALUES ('a1') RETURNING version_num;

-- Running upgrade a1 -> a2

CREATE TABLE _alembic_tmp_t (
    id INTEGER NOT NULL, 
    a VARCHAR(20) DEFAULT 'x' NOT NULL, 
    b INTEGER, 
    f BOOLEAN, 
    e VARCHAR(1), 
    n NUMERIC(10, 2) DEFAULT 0, 
    d DATETIME DEFAULT (CURRENT_TIMESTAMP), 
    j JSON, 
    y INTEGER, 
    PRIMARY KEY (id), 
    CONSTRAINT ck_b CHECK (b > 1), 
    CONSTRAINT uq_a UNIQUE (a), 
    CONSTRAINT fk_b FOREIGN KEY(b) REFERENCES u (id) ON DELETE CASCADE, 
    CONSTRAINT ck_f CHECK (f IN (0, 1)), 
    CONSTRAINT ck_e CHECK (e IN ('p', 'q')), 
    CONSTRAINT uq_y UNIQUE (y)
);

INSERT INTO _alembic_tmp_t (id, a, b, f, e, n, d, j) SELECT t.id, t.a, t.b, t.f, t.e, t.n, t.d, t.j 
FROM t;

DROP TABLE t;

ALTER TABLE _alembic_tmp_t RENAME TO t;

CREATE UNIQUE INDEX ix_ab ON t (a, b);

CREATE INDEX ix_b ON t (b);

CREATE INDEX ix_y ON t (y);

UPDATE alembic_version SET version_num='a2' WHERE alembic_version.version_num = 'a1';

--- case: batch_chain::rich_only_09
CREATE TABLE alembic_version (
    version_num VARCHAR(32) NOT NULL, 
    CONSTRAINT alembic_version_pkc PRIMARY KEY (version_num)
);

-- Running upgrade  -> a1

CREATE TABLE u (
    id INTEGER NOT NULL, 
    PRIMARY KEY (id)
);

CREATE TABLE t (
    id INTEGER NOT NULL, 
    a VARCHAR(20) DEFAULT 'x' NOT NULL, 
    b INTEGER, 
    f BOOLEAN, 
    e VARCHAR(1), 
    n NUMERIC(10, 2) DEFAULT 0, 
    d DATETIME DEFAULT CURRENT_TIMESTAMP, 
    j JSON, 
    PRIMARY KEY (id), 
    CONSTRAINT ck_b CHECK (b > 1), 
    CONSTRAINT uq_a UNIQUE (a), 
    CONSTRAINT fk_b FOREIGN KEY(b) REFERENCES u (id) ON DELETE CASCADE, 
    CONSTRAINT ck_f CHECK (f IN (0, 1)), 
    CONSTRAINT ck_e CHECK (e IN ('p', 'q'))
);

CREATE INDEX ix_b ON t (b);

CREATE UNIQUE INDEX ix_ab ON t (a, b);

INSERT INTO alembic_version (version_num) VALUES ('a1') RETURNING version_num;

-- Running upgrade a1 -> a2

CREATE TABLE _alembic_tmp_t (
    id INTEGER NOT NULL, 
    a VARCHAR(20) DEFAULT 'x' NOT NULL, 
    b INTEGER, 
    g BOOLEAN, 
    e VARCHAR(1), 
    n NUMERIC(10, 2) DEFAULT 0, 
    d DATETIME DEFAULT (CURRENT_TIMESTAMP), 
    j JSON, 
    PRIMARY KEY (id), 
    CONSTRAINT ck_b CHECK (b > 1), 
    CONSTRAINT uq_a UNIQUE (a), 
    CONSTRAINT fk_b FOREIGN KEY(b) REFERENCES u (id) ON DELETE CASCADE, 
    CONSTRAINT ck_e CHECK (e IN ('p', 'q'))
);

INSERT INTO _alembic_tmp_t (id, a, b, g, e, n, d, j) SELECT t.id, t.a, t.b, t.f, t.e, t.n, t.d, t.j 
FROM t;

DROP TABLE t;

ALTER TABLE _alembic_tmp_t RENAME TO t;

CREATE UNIQUE INDEX ix_ab ON t (a, b);

CREATE INDEX ix_b ON t (b);

UPDATE alembic_version SET version_num='a2' WHERE alembic_version.version_num = 'a1';

--- case: batch_chain::rich_only_21
CREATE TABLE alembic_version (
    version_num VARCHAR(32) NOT NULL, 
    CONSTRAINT alembic_version_pkc PRIMARY KEY (version_num)
);

-- Running upgrade  -> a1

CREATE TABLE u (
    id INTEGER NOT NULL, 
    PRIMARY KEY (id)
);

CREATE TABLE t (
    id INTEGER NOT NULL, 
    a VARCHAR(20) DEFAULT 'x' NOT NULL, 
    b INTEGER, 
    f BOOLEAN, 
    e VARCHAR(1), 
    n NUMERIC(10, 2) DEFAULT 0, 
    d DATETIME DEFAULT CURRENT_TIMESTAMP, 
    j JSON, 
    PRIMARY KEY (id), 
    CONSTRAINT ck_b CHECK (b > 1), 
    CONSTRAINT uq_a UNIQUE (a), 
    CONSTRAINT fk_b FOREIGN KEY(b) REFERENCES u (id) ON DELETE CASCADE, 
    CONSTRAINT ck_f CHECK (f IN (0, 1)), 
    CONSTRAINT ck_e CHECK (e IN ('p', 'q'))
);

CREATE INDEX ix_b ON t (b);

CREATE UNIQUE INDEX ix_ab ON t (a, b);

INSERT INTO alembic_version (version_num) VALUES ('a1') RETURNING version_num;

-- Running upgrade a1 -> a2

CREATE TABLE _alembic_tmp_t (
    id INTEGER NOT NULL, 
    a2 VARCHAR(20) DEFAULT 'x' NOT NULL, 
    b INTEGER, 
    f BOOLEAN, 
    e VARCHAR(1), 
    n NUMERIC(10, 2) DEFAULT 0, 
    d DATETIME DEFAULT (CURRENT_TIMESTAMP), 
    j JSON, 
    PRIMARY KEY (id), 
    CONSTRAINT ck_b CHECK (b > 1), 
    CONSTRAINT fk_b FOREIGN KEY(b) REFERENCES u (id) ON DELETE CASCADE, 
    CONSTRAINT ck_f CHECK (f IN (0, 1)), 
    CONSTRAINT ck_e CHECK (e IN ('p', 'q'))
);

INSERT INTO _alembic_tmp_t (id, a2, b, f, e, n, d, j) SELECT t.id, t.a, t.b, t.f, t.e, t.n, t.d, t.j 
FROM t;

DROP TABLE t;

ALTER TABLE _alembic_tmp_t RENAME TO t;

CREATE UNIQUE INDEX ix_ab ON t (a2, b);

CREATE INDEX ix_b ON t (b);

UPDATE alembic_version SET version_num='a2' WHERE alembic_version.version_num = 'a1';

--- case: batch_chain::start_autoincrement_add
CREATE TABLE alembic_version (
    version_num VARCHAR(32) NOT NULL, 
    CONSTRAINT alembic_version_pkc PRIMARY KEY (version_num)
);

-- Running upgrade  -> a1

CREATE TABLE t (
    id INTEGER NOT NULL PRIMARY KEY AUTOINCREMENT, 
    a INTEGER
);

INSERT INTO alembic_version (version_num) VALUES ('a1') RETURNING version_num;

-- Running upgrade a1 -> a2

CREATE TABLE _alembic_tmp_t (
    id INTEGER NOT NULL, 
    a INTEGER, 
    zz INTEGER, 
    PRIMARY KEY (id)
);

INSERT INTO _alembic_tmp_t (id, a) SELECT t.id, t.a 
FROM t;

DROP TABLE t;

ALTER TABLE _alembic_tmp_t RENAME TO t;

UPDATE alembic_version SET version_num='a2' WHERE alembic_version.version_num = 'a1';

--- case: batch_chain::start_composite_pk
CREATE TABLE alembic_version (
    version_num VARCHAR(32) NOT NULL, 
    CONSTRAINT alembic_version_pkc PRIMARY KEY (version_num)
);

-- Running upgrade  -> a1

CREATE TABLE t (
    x INTEGER NOT NULL, 
    y INTEGER NOT NULL, 
    a TEXT, 
    CONSTRAINT pk_t PRIMARY KEY (x, y)
);

INSERT INTO alembic_version (version_num) VALUES ('a1') RETURNING version_num;

-- Running upgrade a1 -> a2

CREATE TABLE _alembic_tmp_t (
    x INTEGER NOT NULL, 
    y INTEGER NOT NULL, 
    a TEXT NOT NULL, 
    CONSTRAINT pk_t PRIMARY KEY (x, y)
);

INSERT INTO _alembic_tmp_t (x, y, a) SELECT t.x, t.y, t.a 
FROM t;

DROP TABLE t;

ALTER TABLE _alembic_tmp_t RENAME TO t;

UPDATE alembic_version SET version_num='a2' WHERE alembic_version.version_num = 'a1';

--- case: batch_chain::start_unnamed_uq
CREATE TABLE alembic_version (
    version_num VARCHAR(32) NOT NULL, 
    CONSTRAINT alembic_version_pkc PRIMARY KEY (version_num)
);

-- Running upgrade  -> a1

CREATE TABLE t (
    id INTEGER NOT NULL, 
    a TEXT, 
    PRIMARY KEY (id), 
    UNIQUE (a)
);

INSERT INTO alembic_version (version_num) VALUES ('a1') RETURNING version_num;

-- Running upgrade a1 -> a2

CREATE TABLE _alembic_tmp_t (
    id INTEGER NOT NULL, 
    a TEXT NOT NULL, 
    PRIMARY KEY (id), 
    UNIQUE (a)
);

INSERT INTO _alembic_tmp_t (id, a) SELECT t.id, t.a 
FROM t;

DROP TABLE t;

ALTER TABLE _alembic_tmp_t RENAME TO t;

UPDATE alembic_version SET version_num='a2' WHERE alembic_version.version_num = 'a1';

--- case: batch_chain::start_unnamed_uq_add
CREATE TABLE alembic_version (
    version_num VARCHAR(32) NOT NULL, 
    CONSTRAINT alembic_version_pkc PRIMARY KEY (version_num)
);

-- Running upgrade  -> a1

CREATE TABLE t (
    id INTEGER NOT NULL, 
    a TEXT, 
    PRIMARY KEY (id), 
    UNIQUE (a)
);

INSERT INTO alembic_version (version_num) VALUES ('a1') RETURNING version_num;

-- Running upgrade a1 -> a2

CREATE TABLE _alembic_tmp_t (
    id INTEGER NOT NULL, 
    a TEXT, 
    zz INTEGER, 
    PRIMARY KEY (id), 
    UNIQUE (a)
);

INSERT INTO _alembic_tmp_t (id, a) SELECT t.id, t.a 
FROM t;

DROP TABLE t;

ALTER TABLE _alembic_tmp_t RENAME TO t;

UPDATE alembic_version SET version_num='a2' WHERE alembic_version.version_num = 'a1';

--- case: batch_chain::start_unnamed_ck
CREATE TABLE alembic_version (
    version_num VARCHAR(32) NOT NULL, 
    CONSTRAINT alembic_version_pkc PRIMARY KEY (version_num)
);

-- Running upgrade  -> a1

CREATE TABLE t (
    id INTEGER NOT NULL, 
    a INTEGER, 
    PRIMARY KEY (id), 
    CHECK (a > 5)
);

INSERT INTO alembic_version (version_num) VALUES ('a1') RETURNING version_num;

-- Running upgrade a1 -> a2

CREATE TABLE _alembic_tmp_t (
    id INTEGER NOT NULL, 
    a INTEGER NOT NULL, 
    PRIMARY KEY (id)
);

INSERT INTO _alembic_tmp_t (id, a) SELECT t.id, t.a 
FROM t;

DROP TABLE t;

ALTER TABLE _alembic_tmp_t RENAME TO t;

UPDATE alembic_version SET version_num='a2' WHERE alembic_version.version_num = 'a1';

--- case: batch_chain::start_unnamed_fk_add
CREATE TABLE alembic_version (
    version_num VARCHAR(32) NOT NULL, 
    CONSTRAINT alembic_version_pkc PRIMARY KEY (version_num)
);

-- Running upgrade  -> a1

CREATE TABLE o (
    id INTEGER NOT NULL, 
    PRIMARY KEY (id)
);

CREATE TABLE t (
    id INTEGER NOT NULL, 
    a INTEGER, 
    PRIMARY KEY (id), 
    FOREIGN KEY(a) REFERENCES o (id)
);

INSERT INTO alembic_version (version_num) VALUES ('a1') RETURNING version_num;

-- Running upgrade a1 -> a2

CREATE TABLE _alembic_tmp_t (
    id INTEGER NOT NULL, 
    a INTEGER, 
    zz INTEGER, 
    PRIMARY KEY (id), 
    FOREIGN KEY(a) REFERENCES o (id)
);

INSERT INTO _alembic_tmp_t (id, a) SELECT t.id, t.a 
FROM t;

DROP TABLE t;

ALTER TABLE _alembic_tmp_t RENAME TO t;

UPDATE alembic_version SET version_num='a2' WHERE alembic_version.version_num = 'a1';

--- case: batch_chain::start_composite_fk
CREATE TABLE alembic_version (
    version_num VARCHAR(32) NOT NULL, 
    CONSTRAINT alembic_version_pkc PRIMARY KEY (version_num)
);

-- Running upgrade  -> a1

CREATE TABLE o (
    x INTEGER NOT NULL, 
    y INTEGER NOT NULL, 
    PRIMARY KEY (x, y)
);

CREATE TABLE t (
    id INTEGER NOT NULL, 
    a INTEGER, 
    b INTEGER, 
    PRIMARY KEY (id), 
    CONSTRAINT fk2 FOREIGN KEY(a, b) REFERENCES o (x, y) ON UPDATE CASCADE DEFERRABLE INITIALLY DEFERRED
);

INSERT INTO alembic_version (version_num) VALUES ('a1') RETURNING version_num;

-- Running upgrade a1 -> a2

CREATE TABLE _alembic_tmp_t (
    id INTEGER NOT NULL, 
    a2 INTEGER, 
    b INTEGER, 
    PRIMARY KEY (id), 
    CONSTRAINT fk2 FOREIGN KEY(a2, b) REFERENCES o (x, y) ON UPDATE CASCADE DEFERRABLE INITIALLY DEFERRED
);

INSERT INTO _alembic_tmp_t (id, a2, b) SELECT t.id, t.a, t.b 
FROM t;

DROP TABLE t;

ALTER TABLE _alembic_tmp_t RENAME TO t;

UPDATE alembic_version SET version_num='a2' WHERE alembic_version.version_num = 'a1';

--- case: batch_chain::start_composite_fk_add
CREATE TABLE alembic_version (
    version_num VARCHAR(32) NOT NULL, 
    CONSTRAINT alembic_version_pkc PRIMARY KEY (version_num)
);

-- Running upgrade  -> a1

CREATE TABLE o (
    x INTEGER NOT NULL, 
    y INTEGER NOT NULL, 
    PRIMARY KEY (x, y)
);

CREATE TABLE t (
    id INTEGER NOT NULL, 
    a INTEGER, 
    b INTEGER, 
    PRIMARY KEY (id), 
    CONSTRAINT fk2 FOREIGN KEY(a, b) REFERENCES o (x, y) ON UPDATE CASCADE DEFERRABLE INITIALLY DEFERRED
);

INSERT INTO alembic_version (version_num) VALUES ('a1') RETURNING version_num;

-- Running upgrade a1 -> a2

CREATE TABLE _alembic_tmp_t (
    id INTEGER NOT NULL, 
    a INTEGER, 
    b INTEGER, 
    zz INTEGER, 
    PRIMARY KEY (id), 
    CONSTRAINT fk2 FOREIGN KEY(a, b) REFERENCES o (x, y) ON UPDATE CASCADE DEFERRABLE INITIALLY DEFERRED
);

INSERT INTO _alembic_tmp_t (id, a, b) SELECT t.id, t.a, t.b 
FROM t;

DROP TABLE t;

ALTER TABLE _alembic_tmp_t RENAME TO t;

UPDATE alembic_version SET version_num='a2' WHERE alembic_version.version_num = 'a1';

--- case: batch_chain::start_self_fk
CREATE TABLE alembic_version (
    version_num VARCHAR(32) NOT NULL, 
    CONSTRAINT alembic_version_pkc PRIMARY KEY (version_num)
);

-- Running upgrade  -> a1

CREATE TABLE t (
    id INTEGER NOT NULL, 
    parent INTEGER, 
    a TEXT, 
    PRIMARY KEY (id), 
    FOREIGN KEY(parent) REFERENCES t (id)
);

INSERT INTO alembic_version (version_num) VALUES ('a1') RETURNING version_num;

-- Running upgrade a1 -> a2

CREATE TABLE _alembic_tmp_t (
    id INTEGER NOT NULL, 
    parent INTEGER, 
    PRIMARY KEY (id), 
    FOREIGN KEY(parent) REFERENCES t (id)
);

INSERT INTO _alembic_tmp_t (id, parent) SELECT t.id, t.parent 
FROM t;

DROP TABLE t;

ALTER TABLE _alembic_tmp_t RENAME TO t;

UPDATE alembic_version SET version_num='a2' WHERE alembic_version.version_num = 'a1';

--- case: batch_chain::start_self_fk_add
CREATE TABLE alembic_version (
    version_num VARCHAR(32) NOT NULL, 
    CONSTRAINT alembic_version_pkc PRIMARY KEY (version_num)
);

-- Running upgrade  -> a1

CREATE TABLE t (
    id INTEGER NOT NULL, 
    parent INTEGER, 
    a TEXT, 
    PRIMARY KEY (id), 
    FOREIGN KEY(parent) REFERENCES t (id)
);

INSERT INTO alembic_version (version_num) VALUES ('a1') RETURNING version_num;

-- Running upgrade a1 -> a2

CREATE TABLE _alembic_tmp_t (
    id INTEGER NOT NULL, 
    parent INTEGER, 
    a TEXT, 
    zz INTEGER, 
    PRIMARY KEY (id), 
    FOREIGN KEY(parent) REFERENCES t (id)
);

INSERT INTO _alembic_tmp_t (id, parent, a) SELECT t.id, t.parent, t.a 
FROM t;

DROP TABLE t;

ALTER TABLE _alembic_tmp_t RENAME TO t;

UPDATE alembic_version SET version_num='a2' WHERE alembic_version.version_num = 'a1';

--- case: batch_chain::start_mixed_names
CREATE TABLE alembic_version (
    version_num VARCHAR(32) NOT NULL, 
    CONSTRAINT alembic_version_pkc PRIMARY KEY (version_num)
);

-- Running upgrade  -> a1

CREATE TABLE "My Table" (
    "Id" INTEGER NOT NULL, 
    "Group" TEXT, 
    "x y" INTEGER, 
    PRIMARY KEY ("Id")
);

INSERT INTO alembic_version (version_num) VALUES ('a1') RETURNING version_num;

-- Running upgrade a1 -> a2

CREATE TABLE "_alembic_tmp_My Table" (
    "Id" INTEGER NOT NULL, 
    "New Name" TEXT NOT NULL, 
    "x y" INTEGER, 
    PRIMARY KEY ("Id")
);

INSERT INTO "_alembic_tmp_My Table" ("Id", "New Name", "x y") SELECT "My Table"."Id", "My Table"."Group", "My Table"."x y" 
FROM "My Table";

DROP TABLE "My Table";

ALTER TABLE "_alembic_tmp_My Table" RENAME TO "My Table";

CREATE INDEX "Ix N" ON "My Table" ("Id");

UPDATE alembic_version SET version_num='a2' WHERE alembic_version.version_num = 'a1';

--- case: batch_chain::start_reserved
CREATE TABLE alembic_version (
    version_num VARCHAR(32) NOT NULL, 
    CONSTRAINT alembic_version_pkc PRIMARY KEY (version_num)
);

-- Running upgrade  -> a1

CREATE TABLE "order" (
    "select" INTEGER NOT NULL, 
    "from" TEXT, 
    PRIMARY KEY ("select")
);

INSERT INTO alembic_version (version_num) VALUES ('a1') RETURNING version_num;

-- Running upgrade a1 -> a2

CREATE TABLE _alembic_tmp_order (
    "select" INTEGER NOT NULL, 
    "New Name" TEXT NOT NULL, 
    PRIMARY KEY ("select")
);

INSERT INTO _alembic_tmp_order ("select", "New Name") SELECT "order"."select", "order"."from" 
FROM "order";

DROP TABLE "order";

ALTER TABLE _alembic_tmp_order RENAME TO "order";

CREATE INDEX "Ix N" ON "order" ("select");

UPDATE alembic_version SET version_num='a2' WHERE alembic_version.version_num = 'a1';

--- case: batch_chain::start_expression_index
CREATE TABLE alembic_version (
    version_num VARCHAR(32) NOT NULL, 
    CONSTRAINT alembic_version_pkc PRIMARY KEY (version_num)
);

-- Running upgrade  -> a1

CREATE TABLE t (
    id INTEGER NOT NULL, 
    a TEXT, 
    PRIMARY KEY (id)
);

CREATE INDEX ix_e ON t (lower(a));

INSERT INTO alembic_version (version_num) VALUES ('a1') RETURNING version_num;

-- Running upgrade a1 -> a2

CREATE TABLE _alembic_tmp_t (
    id INTEGER NOT NULL, 
    a TEXT NOT NULL, 
    PRIMARY KEY (id)
);

INSERT INTO _alembic_tmp_t (id, a) SELECT t.id, t.a 
FROM t;

DROP TABLE t;

ALTER TABLE _alembic_tmp_t RENAME TO t;

UPDATE alembic_version SET version_num='a2' WHERE alembic_version.version_num = 'a1';

--- case: batch_chain::start_expression_index_add
CREATE TABLE alembic_version (
    version_num VARCHAR(32) NOT NULL, 
    CONSTRAINT alembic_version_pkc PRIMARY KEY (version_num)
);

-- Running upgrade  -> a1

CREATE TABLE t (
    id INTEGER NOT NULL, 
    a TEXT, 
    PRIMARY KEY (id)
);

CREATE INDEX ix_e ON t (lower(a));

INSERT INTO alembic_version (version_num) VALUES ('a1') RETURNING version_num;

-- Running upgrade a1 -> a2

CREATE TABLE _alembic_tmp_t (
    id INTEGER NOT NULL, 
    a TEXT, 
    zz INTEGER, 
    PRIMARY KEY (id)
);

INSERT INTO _alembic_tmp_t (id, a) SELECT t.id, t.a 
FROM t;

DROP TABLE t;

ALTER TABLE _alembic_tmp_t RENAME TO t;

UPDATE alembic_version SET version_num='a2' WHERE alembic_version.version_num = 'a1';

--- case: batch_chain::start_types_add
CREATE TABLE alembic_version (
    version_num VARCHAR(32) NOT NULL, 
    CONSTRAINT alembic_version_pkc PRIMARY KEY (version_num)
);

-- Running upgrade  -> a1

CREATE TABLE t (
    id BIGINT, 
    a SMALLINT, 
    c CHAR(3), 
    v VARCHAR, 
    x TEXT, 
    n NUMERIC(8, 3), 
    f FLOAT, 
    g FLOAT, 
    d DATE, 
    tm TIME, 
    dt DATETIME, 
    ts TIMESTAMP, 
    b BLOB, 
    bo BOOLEAN, 
    j JSON, 
    u CHAR(32), 
    e VARCHAR(2), 
    un VARCHAR(9), 
    i DATETIME, 
    p BLOB, 
    dbl DOUBLE, 
    nv NVARCHAR(7)
);

INSERT INTO alembic_version (version_num) VALUES ('a1') RETURNING version_num;

-- Running upgrade a1 -> a2

CREATE TABLE _alembic_tmp_t (
    id BIGINT, 
    a SMALLINT, 
    c CHAR(3), 
    v VARCHAR, 
    x TEXT, 
    n NUMERIC(8, 3), 
    f FLOAT, 
    g FLOAT, 
    d DATE, 
    tm TIME, 
    dt DATETIME, 
    ts TIMESTAMP, 
    b BLOB, 
    bo BOOLEAN, 
    j JSON, 
    u CHAR(32), 
    e VARCHAR(2), 
    un VARCHAR(9), 
    i DATETIME, 
    p BLOB, 
    dbl DOUBLE, 
    nv NVARCHAR(7), 
    zz INTEGER
);

INSERT INTO _alembic_tmp_t (id, a, c, v, x, n, f, g, d, tm, dt, ts, b, bo, j, u, e, un, i, p, dbl, nv) SELECT t.id, t.a, t.c, t.v, t.x, t.n, t.f, t.g, t.d, t.tm, t.dt, t.ts, t.b, t.bo, t.j, t.u, t.e, t.un, t.i, t.p, t.dbl, t.nv 
FROM t;

DROP TABLE t;

ALTER TABLE _alembic_tmp_t RENAME TO t;

UPDATE alembic_version SET version_num='a2' WHERE alembic_version.version_num = 'a1';

--- case: batch_chain::start_collation_add
CREATE TABLE alembic_version (
    version_num VARCHAR(32) NOT NULL, 
    CONSTRAINT alembic_version_pkc PRIMARY KEY (version_num)
);

-- Running upgrade  -> a1

CREATE TABLE t (
    id INTEGER NOT NULL, 
    a VARCHAR(10) COLLATE "NOCASE", 
    PRIMARY KEY (id)
);

INSERT INTO alembic_version (version_num) VALUES ('a1') RETURNING version_num;

-- Running upgrade a1 -> a2

CREATE TABLE _alembic_tmp_t (
    id INTEGER NOT NULL, 
    a VARCHAR(10), 
    zz INTEGER, 
    PRIMARY KEY (id)
);

INSERT INTO _alembic_tmp_t (id, a) SELECT t.id, t.a 
FROM t;

DROP TABLE t;

ALTER TABLE _alembic_tmp_t RENAME TO t;

UPDATE alembic_version SET version_num='a2' WHERE alembic_version.version_num = 'a1';

--- case: batch_chain::start_defaults
CREATE TABLE alembic_version (
    version_num VARCHAR(32) NOT NULL, 
    CONSTRAINT alembic_version_pkc PRIMARY KEY (version_num)
);

-- Running upgrade  -> a1

CREATE TABLE t (
    id INTEGER NOT NULL, 
    a TEXT DEFAULT 'it''s', 
    b INTEGER DEFAULT (1 + 2), 
    c DATETIME DEFAULT CURRENT_TIMESTAMP, 
    d BOOLEAN DEFAULT 1, 
    e TEXT DEFAULT (lower('ABC')), 
    f INTEGER DEFAULT '0', 
    g TEXT DEFAULT '', 
    h FLOAT DEFAULT (-1.5), 
    i TEXT DEFAULT NULL, 
    PRIMARY KEY (id)
);

INSERT INTO alembic_version (version_num) VALUES ('a1') RETURNING version_num;

-- Running upgrade a1 -> a2

CREATE TABLE _alembic_tmp_t (
    id INTEGER NOT NULL, 
    a TEXT DEFAULT 'it''s' NOT NULL, 
    b INTEGER DEFAULT (1 + 2), 
    c DATETIME DEFAULT (CURRENT_TIMESTAMP), 
    d BOOLEAN DEFAULT 1, 
    e TEXT DEFAULT (lower('ABC')), 
    f INTEGER DEFAULT '0', 
    g TEXT DEFAULT (''), 
    h FLOAT DEFAULT (-1.5), 
    i TEXT DEFAULT (NULL), 
    PRIMARY KEY (id)
);

INSERT INTO _alembic_tmp_t (id, a, b, c, d, e, f, g, h, i) SELECT t.id, t.a, t.b, t.c, t.d, t.e, t.f, t.g, t.h, t.i 
FROM t;

DROP TABLE t;

ALTER TABLE _alembic_tmp_t RENAME TO t;

UPDATE alembic_version SET version_num='a2' WHERE alembic_version.version_num = 'a1';

--- case: batch_chain::start_on_conflict
CREATE TABLE alembic_version (
    version_num VARCHAR(32) NOT NULL, 
    CONSTRAINT alembic_version_pkc PRIMARY KEY (version_num)
);

-- Running upgrade  -> a1

CREATE TABLE t (
    id INTEGER NOT NULL, 
    a TEXT, 
    PRIMARY KEY (id), 
    UNIQUE (a) ON CONFLICT IGNORE
);

INSERT INTO alembic_version (version_num) VALUES ('a1') RETURNING version_num;

-- Running upgrade a1 -> a2

CREATE TABLE _alembic_tmp_t (
    id INTEGER NOT NULL, 
    a TEXT NOT NULL, 
    PRIMARY KEY (id), 
    UNIQUE (a)
);

INSERT INTO _alembic_tmp_t (id, a) SELECT t.id, t.a 
FROM t;

DROP TABLE t;

ALTER TABLE _alembic_tmp_t RENAME TO t;

UPDATE alembic_version SET version_num='a2' WHERE alembic_version.version_num = 'a1';

--- case: batch_chain::start_on_conflict_add
CREATE TABLE alembic_version (
    version_num VARCHAR(32) NOT NULL, 
    CONSTRAINT alembic_version_pkc PRIMARY KEY (version_num)
);

-- Running upgrade  -> a1

CREATE TABLE t (
    id INTEGER NOT NULL, 
    a TEXT, 
    PRIMARY KEY (id), 
    UNIQUE (a) ON CONFLICT IGNORE
);

INSERT INTO alembic_version (version_num) VALUES ('a1') RETURNING version_num;

-- Running upgrade a1 -> a2

CREATE TABLE _alembic_tmp_t (
    id INTEGER NOT NULL, 
    a TEXT, 
    zz INTEGER, 
    PRIMARY KEY (id), 
    UNIQUE (a)
);

INSERT INTO _alembic_tmp_t (id, a) SELECT t.id, t.a 
FROM t;

DROP TABLE t;

ALTER TABLE _alembic_tmp_t RENAME TO t;

UPDATE alembic_version SET version_num='a2' WHERE alembic_version.version_num = 'a1';

--- case: batch_chain::start_raw_sql_add
CREATE TABLE alembic_version (
    version_num VARCHAR(32) NOT NULL, 
    CONSTRAINT alembic_version_pkc PRIMARY KEY (version_num)
);

-- Running upgrade  -> a1

CREATE TABLE u (
    id INTEGER NOT NULL, 
    PRIMARY KEY (id)
);

CREATE TABLE t (id INTEGER PRIMARY KEY AUTOINCREMENT, a VARCHAR(10) DEFAULT 'q' NOT NULL, b REFERENCES u(id) ON DELETE CASCADE, CONSTRAINT ck CHECK (a <> ''));

INSERT INTO alembic_version (version_num) VALUES ('a1') RETURNING version_num;

-- Running upgrade a1 -> a2

CREATE TABLE _alembic_tmp_t (
    id INTEGER, 
    a VARCHAR(10) DEFAULT 'q' NOT NULL, 
    b INTEGER, 
    zz INTEGER, 
    PRIMARY KEY (id), 
    CONSTRAINT ck CHECK (a <> ''), 
    FOREIGN KEY(b) REFERENCES u (id)
);

INSERT INTO _alembic_tmp_t (id, a, b) SELECT t.id, t.a, t.b 
FROM t;

DROP TABLE t;

ALTER TABLE _alembic_tmp_t RENAME TO t;

UPDATE alembic_version SET version_num='a2' WHERE alembic_version.version_num = 'a1';

--- case: batch_chain::more_rename_twice
--- error: KeyError: 'a3'
--- case: batch_chain::more_copy_from_stale
CREATE TABLE alembic_version (
    version_num VARCHAR(32) NOT NULL, 
    CONSTRAINT alembic_version_pkc PRIMARY KEY (version_num)
);

-- Running upgrade  -> a1

CREATE TABLE t (
    id INTEGER NOT NULL, 
    a VARCHAR(20), 
    b INTEGER, 
    PRIMARY KEY (id)
);

INSERT INTO alembic_version (version_num) VALUES ('a1') RETURNING version_num;

-- Running upgrade a1 -> a2

CREATE TABLE _alembic_tmp_t (
    id INTEGER NOT NULL, 
    a VARCHAR(20) NOT NULL, 
    b INTEGER, 
    PRIMARY KEY (id)
);

INSERT INTO _alembic_tmp_t (id, a, b) SELECT t.id, t.a, t.b 
FROM t;

DROP TABLE t;

ALTER TABLE _alembic_tmp_t RENAME TO t;

UPDATE alembic_version SET version_num='a2' WHERE alembic_version.version_num = 'a1';

--- case: batch_chain::more_table_args
CREATE TABLE alembic_version (
    version_num VARCHAR(32) NOT NULL, 
    CONSTRAINT alembic_version_pkc PRIMARY KEY (version_num)
);

-- Running upgrade  -> a1

CREATE TABLE t (
    id INTEGER NOT NULL, 
    a VARCHAR(20), 
    b INTEGER, 
    PRIMARY KEY (id)
);

INSERT INTO alembic_version (version_num) VALUES ('a1') RETURNING version_num;

-- Running upgrade a1 -> a2

CREATE TABLE _alembic_tmp_t (
    id INTEGER NOT NULL, 
    a VARCHAR(20) NOT NULL, 
    b INTEGER, 
    PRIMARY KEY (id), 
    CONSTRAINT uq_a UNIQUE (a), 
    CONSTRAINT ck_b CHECK (b > 0)
);

INSERT INTO _alembic_tmp_t (id, a, b) SELECT t.id, t.a, t.b 
FROM t;

DROP TABLE t;

ALTER TABLE _alembic_tmp_t RENAME TO t;

UPDATE alembic_version SET version_num='a2' WHERE alembic_version.version_num = 'a1';

--- case: batch_chain::more_reflect_kwargs
CREATE TABLE alembic_version (
    version_num VARCHAR(32) NOT NULL, 
    CONSTRAINT alembic_version_pkc PRIMARY KEY (version_num)
);

-- Running upgrade  -> a1

CREATE TABLE t (
    id INTEGER NOT NULL, 
    a VARCHAR(20), 
    b INTEGER, 
    PRIMARY KEY (id)
);

INSERT INTO alembic_version (version_num) VALUES ('a1') RETURNING version_num;

-- Running upgrade a1 -> a2

CREATE TABLE _alembic_tmp_t (
    id INTEGER NOT NULL, 
    a VARCHAR(20), 
    b INTEGER NOT NULL, 
    PRIMARY KEY (id)
);

INSERT INTO _alembic_tmp_t (id, a, b) SELECT t.id, t.a, t.b 
FROM t;

DROP TABLE t;

ALTER TABLE _alembic_tmp_t RENAME TO t;

UPDATE alembic_version SET version_num='a2' WHERE alembic_version.version_num = 'a1';

--- case: batch_chain::more_recreate_never
CREATE TABLE alembic_version (
    version_num VARCHAR(32) NOT NULL, 
    CONSTRAINT alembic_version_pkc PRIMARY KEY (version_num)
);

-- Running upgrade  -> a1

CREATE TABLE t (
    id INTEGER NOT NULL, 
    a VARCHAR(20), 
    b INTEGER, 
    PRIMARY KEY (id)
);

INSERT INTO alembic_version (version_num) VALUES ('a1') RETURNING version_num;

-- Running upgrade a1 -> a2

ALTER TABLE t ADD COLUMN c INTEGER;

ALTER TABLE t DROP COLUMN a;

UPDATE alembic_version SET version_num='a2' WHERE alembic_version.version_num = 'a1';

--- case: batch_chain::more_bulk_then_batch
CREATE TABLE alembic_version (
    version_num VARCHAR(32) NOT NULL, 
    CONSTRAINT alembic_version_pkc PRIMARY KEY (version_num)
);

-- Running upgrade  -> a1

CREATE TABLE t (
    id INTEGER NOT NULL, 
    a VARCHAR(20), 
    b INTEGER, 
    PRIMARY KEY (id)
);

INSERT INTO alembic_version (version_num) VALUES ('a1') RETURNING version_num;

-- Running upgrade a1 -> a2

ALTER TABLE t ADD COLUMN c INTEGER;

UPDATE t SET c = 1;

CREATE TABLE _alembic_tmp_t (
    id INTEGER NOT NULL, 
    a VARCHAR(20), 
    b INTEGER, 
    c INTEGER NOT NULL, 
    PRIMARY KEY (id)
);

INSERT INTO _alembic_tmp_t (id, a, b, c) SELECT t.id, t.a, t.b, t.c 
FROM t;

DROP TABLE t;

ALTER TABLE _alembic_tmp_t RENAME TO t;

UPDATE alembic_version SET version_num='a2' WHERE alembic_version.version_num = 'a1';

--- case: batch_chain::more_index_op_f
CREATE TABLE alembic_version (
    version_num VARCHAR(32) NOT NULL, 
    CONSTRAINT alembic_version_pkc PRIMARY KEY (version_num)
);

-- Running upgrade  -> a1

CREATE TABLE t (
    id INTEGER NOT NULL, 
    a VARCHAR(20), 
    b INTEGER, 
    PRIMARY KEY (id)
);

INSERT INTO alembic_version (version_num) VALUES ('a1') RETURNING version_num;

-- Running upgrade a1 -> a2

CREATE TABLE _alembic_tmp_t (
    id INTEGER NOT NULL, 
    a VARCHAR(20), 
    b INTEGER NOT NULL, 
    PRIMARY KEY (id)
);

INSERT INTO _alembic_tmp_t (id, a, b) SELECT t.id, t.a, t.b 
FROM t;

DROP TABLE t;

ALTER TABLE _alembic_tmp_t RENAME TO t;

CREATE INDEX ix_t_a ON t (a);

DROP INDEX ix_t_a;

UPDATE alembic_version SET version_num='a2' WHERE alembic_version.version_num = 'a1';

--- case: batch_chain::more_drop_and_recreate
CREATE TABLE alembic_version (
    version_num VARCHAR(32) NOT NULL, 
    CONSTRAINT alembic_version_pkc PRIMARY KEY (version_num)
);

-- Running upgrade  -> a1

CREATE TABLE u (
    id INTEGER NOT NULL, 
    PRIMARY KEY (id)
);

CREATE TABLE t (
    id INTEGER NOT NULL, 
    a VARCHAR(20) DEFAULT 'x' NOT NULL, 
    b INTEGER, 
    f BOOLEAN, 
    e VARCHAR(1), 
    n NUMERIC(10, 2) DEFAULT 0, 
    d DATETIME DEFAULT CURRENT_TIMESTAMP, 
    j JSON, 
    PRIMARY KEY (id), 
    CONSTRAINT ck_b CHECK (b > 1), 
    CONSTRAINT uq_a UNIQUE (a), 
    CONSTRAINT fk_b FOREIGN KEY(b) REFERENCES u (id) ON DELETE CASCADE, 
    CONSTRAINT ck_f CHECK (f IN (0, 1)), 
    CONSTRAINT ck_e CHECK (e IN ('p', 'q'))
);

CREATE INDEX ix_b ON t (b);

CREATE UNIQUE INDEX ix_ab ON t (a, b);

INSERT INTO alembic_version (version_num) VALUES ('a1') RETURNING version_num;

-- Running upgrade a1 -> a2

DROP TABLE t;

CREATE TABLE t (
    id INTEGER NOT NULL, 
    z TEXT, 
    PRIMARY KEY (id)
);

CREATE TABLE _alembic_tmp_t (
    id INTEGER NOT NULL, 
    z TEXT NOT NULL, 
    PRIMARY KEY (id)
);

INSERT INTO _alembic_tmp_t (id, z) SELECT t.id, t.z 
FROM t;

DROP TABLE t;

ALTER TABLE _alembic_tmp_t RENAME TO t;

UPDATE alembic_version SET version_num='a2' WHERE alembic_version.version_num = 'a1';

--- case: primary_keys::another_name
CREATE TABLE alembic_version (
    version_num VARCHAR(32) NOT NULL, 
    CONSTRAINT alembic_version_pkc PRIMARY KEY (version_num)
);

-- Running upgrade  -> a1

CREATE TABLE t (
    a INTEGER NOT NULL, 
    b INTEGER, 
    CONSTRAINT pk_t PRIMARY KEY (a)
);

INSERT INTO alembic_version (version_num) VALUES ('a1') RETURNING version_num;

-- Running upgrade a1 -> a2

CREATE TABLE _alembic_tmp_t (
    a INTEGER NOT NULL, 
    b INTEGER, 
    CONSTRAINT pk_u PRIMARY KEY (a)
);

INSERT INTO _alembic_tmp_t (a, b) SELECT t.a, t.b 
FROM t;

DROP TABLE t;

ALTER TABLE _alembic_tmp_t RENAME TO t;

CREATE TABLE _alembic_tmp_t (
    a INTEGER NOT NULL, 
    b INTEGER NOT NULL, 
    CONSTRAINT pk_u PRIMARY KEY (a)
);

INSERT INTO _alembic_tmp_t (a, b) SELECT t.a, t.b 
FROM t;

DROP TABLE t;

ALTER TABLE _alembic_tmp_t RENAME TO t;

UPDATE alembic_version SET version_num='a2' WHERE alembic_version.version_num = 'a1';

--- case: primary_keys::other_columns
CREATE TABLE alembic_version (
    version_num VARCHAR(32) NOT NULL, 
    CONSTRAINT alembic_version_pkc PRIMARY KEY (version_num)
);

-- Running upgrade  -> a1

CREATE TABLE t (
    a INTEGER NOT NULL, 
    b INTEGER, 
    CONSTRAINT pk_t PRIMARY KEY (a)
);

INSERT INTO alembic_version (version_num) VALUES ('a1') RETURNING version_num;

-- Running upgrade a1 -> a2

CREATE TABLE _alembic_tmp_t (
    a INTEGER NOT NULL, 
    b INTEGER, 
    CONSTRAINT pk_u PRIMARY KEY (b)
);

INSERT INTO _alembic_tmp_t (a, b) SELECT t.a, t.b 
FROM t;

DROP TABLE t;

ALTER TABLE _alembic_tmp_t RENAME TO t;

CREATE TABLE _alembic_tmp_t (
    a INTEGER NOT NULL, 
    b INTEGER, 
    c INTEGER GENERATED ALWAYS AS (a + 1) STORED, 
    CONSTRAINT pk_u PRIMARY KEY (b)
);

INSERT INTO _alembic_tmp_t (a, b) SELECT t.a, t.b 
FROM t;

DROP TABLE t;

ALTER TABLE _alembic_tmp_t RENAME TO t;

UPDATE alembic_version SET version_num='a2' WHERE alembic_version.version_num = 'a1';

--- case: primary_keys::other_columns_of_one_without_a_name
CREATE TABLE alembic_version (
    version_num VARCHAR(32) NOT NULL, 
    CONSTRAINT alembic_version_pkc PRIMARY KEY (version_num)
);

-- Running upgrade  -> a1

CREATE TABLE t (
    a INTEGER NOT NULL, 
    b INTEGER, 
    c INTEGER, 
    PRIMARY KEY (a)
);

INSERT INTO alembic_version (version_num) VALUES ('a1') RETURNING version_num;

-- Running upgrade a1 -> a2

CREATE TABLE _alembic_tmp_t (
    a INTEGER NOT NULL, 
    b INTEGER, 
    c INTEGER, 
    CONSTRAINT pk_u PRIMARY KEY (c, b)
);

INSERT INTO _alembic_tmp_t (a, b, c) SELECT t.a, t.b, t.c 
FROM t;

DROP TABLE t;

ALTER TABLE _alembic_tmp_t RENAME TO t;

CREATE TABLE _alembic_tmp_t (
    a INTEGER NOT NULL, 
    b INTEGER, 
    c INTEGER, 
    CONSTRAINT pk_v PRIMARY KEY (c)
);

INSERT INTO _alembic_tmp_t (a, b, c) SELECT t.a, t.b, t.c 
FROM t;

DROP TABLE t;

ALTER TABLE _alembic_tmp_t RENAME TO t;

UPDATE alembic_version SET version_num='a2' WHERE alembic_version.version_num = 'a1';

--- case: primary_keys::more_columns
CREATE TABLE alembic_version (
    version_num VARCHAR(32) NOT NULL, 
    CONSTRAINT alembic_version_pkc PRIMARY KEY (version_num)
);

-- Running upgrade  -> a1

CREATE TABLE t (
    a INTEGER NOT NULL, 
    b INTEGER, 
    PRIMARY KEY (a)
);

INSERT INTO alembic_version (version_num) VALUES ('a1') RETURNING version_num;

-- Running upgrade a1 -> a2

CREATE TABLE _alembic_tmp_t (
    b INTEGER
);

INSERT INTO _alembic_tmp_t (b) SELECT t.b 
FROM t;

DROP TABLE t;

ALTER TABLE _alembic_tmp_t RENAME TO t;

ALTER TABLE t ADD COLUMN n INTEGER NOT NULL;

CREATE TABLE _alembic_tmp_t (
    b INTEGER, 
    n INTEGER NOT NULL, 
    m INTEGER NOT NULL, 
    CONSTRAINT pk_t PRIMARY KEY (n, m)
);

INSERT INTO _alembic_tmp_t (b, n) SELECT t.b, t.n 
FROM t;

DROP TABLE t;

ALTER TABLE _alembic_tmp_t RENAME TO t;

UPDATE alembic_version SET version_num='a2' WHERE alembic_version.version_num = 'a1';

--- case: defaults::on_many_lines
CREATE TABLE alembic_version (
    version_num VARCHAR(32) NOT NULL, 
    CONSTRAINT alembic_version_pkc PRIMARY KEY (version_num)
);

-- Running upgrade  -> a1

CREATE TABLE t (
    a VARCHAR DEFAULT (
    (
  lower('A')
 || 'x'
)
 ), 
    b VARCHAR DEFAULT (
  lower('A')
), 
    c VARCHAR DEFAULT 'one
two', 
    d INTEGER DEFAULT ((1)), 
    e VARCHAR DEFAULT '', 
    f VARCHAR DEFAULT (lower('a')
|| 'b'), 
    n INTEGER
);

INSERT INTO alembic_version (version_num) VALUES ('a1') RETURNING version_num;

-- Running upgrade a1 -> a2

CREATE TABLE _alembic_tmp_t (
    a VARCHAR DEFAULT ((
  lower('A')
 || 'x'
)), 
    b VARCHAR DEFAULT (lower('A')), 
    c VARCHAR DEFAULT ('one
two'), 
    d INTEGER DEFAULT (1), 
    e VARCHAR DEFAULT (''), 
    f VARCHAR DEFAULT (lower('a')
|| 'b'), 
    n INTEGER NOT NULL
);

INSERT INTO _alembic_tmp_t (a, b, c, d, e, f, n) SELECT t.a, t.b, t.c, t.d, t.e, t.f, t.n 
FROM t;

DROP TABLE t;

ALTER TABLE _alembic_tmp_t RENAME TO t;

CREATE TABLE _alembic_tmp_t (
    a VARCHAR DEFAULT ((
  lower('A')
 || 'x'
)), 
    b VARCHAR DEFAULT (lower('A')), 
    c VARCHAR DEFAULT ('one
two'), 
    d INTEGER DEFAULT 1, 
    e VARCHAR DEFAULT (''), 
    f VARCHAR DEFAULT (lower('a')
|| 'b'), 
    n INTEGER
);

INSERT INTO _alembic_tmp_t (a, b, c, d, e, f, n) SELECT t.a, t.b, t.c, t.d, t.e, t.f, t.n 
FROM t;

DROP TABLE t;

ALTER TABLE _alembic_tmp_t RENAME TO t;

CREATE TABLE _alembic_tmp_t (
    a VARCHAR DEFAULT ((
  lower('A')
 || 'x'
)), 
    b VARCHAR DEFAULT (lower('A')), 
    c VARCHAR DEFAULT ('one
two'), 
    d INTEGER DEFAULT 1, 
    e VARCHAR DEFAULT (''), 
    f VARCHAR DEFAULT (lower('a')
|| 'b'), 
    n INTEGER NOT NULL
);

INSERT INTO _alembic_tmp_t (a, b, c, d, e, f, n) SELECT t.a, t.b, t.c, t.d, t.e, t.f, t.n 
FROM t;

DROP TABLE t;

ALTER TABLE _alembic_tmp_t RENAME TO t;

UPDATE alembic_version SET version_num='a2' WHERE alembic_version.version_num = 'a1';

--- case: refusals::caught
CREATE TABLE alembic_version (
    version_num VARCHAR(32) NOT NULL, 
    CONSTRAINT alembic_version_pkc PRIMARY KEY (version_num)
);

-- Running upgrade  -> a1

CREATE TABLE t (
    id INTEGER NOT NULL, 
    a INTEGER, 
    PRIMARY KEY (id), 
    CONSTRAINT ck_a CHECK (a > 0)
);

UPDATE t SET a = 1 WHERE a <= 0;

CREATE UNIQUE INDEX uq_a ON t (a);

INSERT INTO t (id) VALUES (160);

INSERT INTO alembic_version (version_num) VALUES ('a1') RETURNING version_num;

--- case: rebuilds::caught
CREATE TABLE alembic_version (
    version_num VARCHAR(32) NOT NULL, 
    CONSTRAINT alembic_version_pkc PRIMARY KEY (version_num)
);

-- Running upgrade  -> a1

CREATE TABLE t (
    id INTEGER NOT NULL, 
    a VARCHAR(20), 
    PRIMARY KEY (id)
);

INSERT INTO alembic_version (version_num) VALUES ('a1') RETURNING version_num;

-- Running upgrade a1 -> a2

UPDATE t SET a = 'No such constraint: ''nope''';

UPDATE t SET a = 'Constraint must have a name';

UPDATE t SET a = 'No such index: ''nope''';

UPDATE t SET a = '''nope''';

UPDATE t SET a = 'no name';

UPDATE alembic_version SET version_num='a2' WHERE alembic_version.version_num = 'a1';

--- case: rebuilds::filled
CREATE TABLE alembic_version (
    version_num VARCHAR(32) NOT NULL, 
    CONSTRAINT alembic_version_pkc PRIMARY KEY (version_num)
);

-- Running upgrade  -> a1

CREATE TABLE t (
    id INTEGER NOT NULL, 
    a VARCHAR(20), 
    PRIMARY KEY (id)
);

INSERT INTO alembic_version (version_num) VALUES ('a1') RETURNING version_num;

-- Running upgrade a1 -> a2

CREATE TABLE _alembic_tmp_t (
    id INTEGER NOT NULL, 
    a VARCHAR(20), 
    active BOOLEAN NOT NULL, 
    n INTEGER NOT NULL, 
    s VARCHAR(5), 
    d DATETIME, 
    x VARCHAR(5) DEFAULT 'w', 
    u VARCHAR(5), 
    PRIMARY KEY (id)
);

INSERT INTO _alembic_tmp_t (id, a, active, n, s, d) SELECT t.id, t.a, NULL AS anon_1, NULL AS anon_2, NULL AS anon_3, CURRENT_TIMESTAMP AS now_1 
FROM t;

DROP TABLE t;

ALTER TABLE _alembic_tmp_t RENAME TO t;

UPDATE alembic_version SET version_num='a2' WHERE alembic_version.version_num = 'a1';

--- case: rebuilds::filled_of_copy
CREATE TABLE alembic_version (
    version_num VARCHAR(32) NOT NULL, 
    CONSTRAINT alembic_version_pkc PRIMARY KEY (version_num)
);

-- Running upgrade  -> a1

CREATE TABLE _alembic_tmp_t (
    id INTEGER NOT NULL, 
    a VARCHAR(20), 
    n INTEGER NOT NULL, 
    d DATETIME, 
    PRIMARY KEY (id)
);

INSERT INTO _alembic_tmp_t (id, a, n, d) SELECT t.id, t.a, NULL AS anon_1, CURRENT_TIMESTAMP AS now_1 
FROM t;

DROP TABLE t;

ALTER TABLE _alembic_tmp_t RENAME TO t;

INSERT INTO alembic_version (version_num) VALUES ('a1') RETURNING version_num;

