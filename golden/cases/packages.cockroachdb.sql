--- case: packages::with_variant_own
CREATE TABLE alembic_version (
    version_num VARCHAR(32) NOT NULL, 
    CONSTRAINT alembic_version_pkc PRIMARY KEY (version_num)
);

-- Running upgrade  -> a1

CREATE TABLE t (
    a BIGINT, 
    b INTEGER
);

INSERT INTO alembic_version (version_num) VALUES ('a1') RETURNING alembic_version.version_num;

--- case: packages::dialect_name
CREATE TABLE alembic_version (
    version_num VARCHAR(32) NOT NULL, 
    CONSTRAINT alembic_version_pkc PRIMARY KEY (version_num)
);

-- Running upgrade  -> a1

SELECT 'cockroachdb';

SELECT 'cockroachdb';

INSERT INTO alembic_version (version_num) VALUES ('a1') RETURNING alembic_version.version_num;

--- case: packages::alter_identity
--- error: CompileError: Adding, removing or modifying an "identity" construct, e.g. GENERATED AS IDENTITY, to or from an existing column is not supported in this dialect.
--- case: packages::alter_everything
CREATE TABLE alembic_version (
    version_num VARCHAR(32) NOT NULL, 
    CONSTRAINT alembic_version_pkc PRIMARY KEY (version_num)
);

-- Running upgrade  -> a1

ALTER TABLE t ALTER COLUMN a TYPE BIGINT;

ALTER TABLE t ALTER COLUMN a SET NOT NULL;

ALTER TABLE t ALTER COLUMN a SET DEFAULT '3';

ALTER TABLE t RENAME a TO b;

INSERT INTO alembic_version (version_num) VALUES ('a1') RETURNING alembic_version.version_num;

--- case: packages::alter_type_using
CREATE TABLE alembic_version (
    version_num VARCHAR(32) NOT NULL, 
    CONSTRAINT alembic_version_pkc PRIMARY KEY (version_num)
);

-- Running upgrade  -> a1

ALTER TABLE t ALTER COLUMN a TYPE INTEGER USING a::integer;

INSERT INTO alembic_version (version_num) VALUES ('a1') RETURNING alembic_version.version_num;

--- case: packages::alter_using_without_type
--- error: CommandError: postgresql_using must be used with the type_ parameter
--- case: packages::rename_in_schema
CREATE TABLE alembic_version (
    version_num VARCHAR(32) NOT NULL, 
    CONSTRAINT alembic_version_pkc PRIMARY KEY (version_num)
);

-- Running upgrade  -> a1

ALTER TABLE s.t RENAME TO s.u;

INSERT INTO alembic_version (version_num) VALUES ('a1') RETURNING alembic_version.version_num;

--- case: packages::dotted_schema
CREATE TABLE alembic_version (
    version_num VARCHAR(32) NOT NULL, 
    CONSTRAINT alembic_version_pkc PRIMARY KEY (version_num)
);

-- Running upgrade  -> a1

CREATE TABLE "my_db.main".t (
    id SERIAL NOT NULL, 
    PRIMARY KEY (id)
);

CREATE INDEX ix ON "my_db.main".t (id);

DROP TABLE "Db.other schema".t;

INSERT INTO alembic_version (version_num) VALUES ('a1') RETURNING alembic_version.version_num;

--- case: packages::reserved_words
CREATE TABLE alembic_version (
    version_num VARCHAR(32) NOT NULL, 
    CONSTRAINT alembic_version_pkc PRIMARY KEY (version_num)
);

-- Running upgrade  -> a1

CREATE TABLE show (
    pivot INTEGER, 
    "work" INTEGER, 
    "index" INTEGER, 
    describe TEXT, 
    binary TEXT, 
    "virtual" TEXT, 
    asof TEXT
);

INSERT INTO alembic_version (version_num) VALUES ('a1') RETURNING alembic_version.version_num;

--- case: packages::partial_index
CREATE TABLE alembic_version (
    version_num VARCHAR(32) NOT NULL, 
    CONSTRAINT alembic_version_pkc PRIMARY KEY (version_num)
);

-- Running upgrade  -> a1

CREATE UNIQUE INDEX ix ON t USING gin (a) WHERE a > 1;

CREATE INDEX CONCURRENTLY iy ON t (a);

DROP INDEX CONCURRENTLY iy;

INSERT INTO alembic_version (version_num) VALUES ('a1') RETURNING alembic_version.version_num;

--- case: packages::index_that_includes
CREATE TABLE alembic_version (
    version_num VARCHAR(32) NOT NULL, 
    CONSTRAINT alembic_version_pkc PRIMARY KEY (version_num)
);

-- Running upgrade  -> a1

CREATE INDEX ix ON t (a) INCLUDE (b);

INSERT INTO alembic_version (version_num) VALUES ('a1') RETURNING alembic_version.version_num;

--- case: packages::own_prefix_is_ignored
CREATE TABLE alembic_version (
    version_num VARCHAR(32) NOT NULL, 
    CONSTRAINT alembic_version_pkc PRIMARY KEY (version_num)
);

-- Running upgrade  -> a1

CREATE INDEX ix ON t (a);

INSERT INTO alembic_version (version_num) VALUES ('a1') RETURNING alembic_version.version_num;

--- case: packages::computed_in_table
--- error: CompileError: CockroachDB computed columns do not support 'virtual' persistence; set the 'persisted' flag to None or True for CockroachDB support.
--- case: packages::enum_type
CREATE TABLE alembic_version (
    version_num VARCHAR(32) NOT NULL, 
    CONSTRAINT alembic_version_pkc PRIMARY KEY (version_num)
);

-- Running upgrade  -> a1

CREATE TYPE colour AS ENUM ('x', 'y');

CREATE TABLE t (
    a colour, 
    b shade
);

DROP TABLE t;

DROP TYPE colour;

INSERT INTO alembic_version (version_num) VALUES ('a1') RETURNING alembic_version.version_num;

--- case: packages::sequences
CREATE TABLE alembic_version (
    version_num VARCHAR(32) NOT NULL, 
    CONSTRAINT alembic_version_pkc PRIMARY KEY (version_num)
);

-- Running upgrade  -> a1

CREATE SEQUENCE s START WITH 5;

CREATE TABLE t (
    id INTEGER NOT NULL, 
    n INTEGER DEFAULT nextval('s'), 
    PRIMARY KEY (id)
);

DROP SEQUENCE s;

INSERT INTO alembic_version (version_num) VALUES ('a1') RETURNING alembic_version.version_num;

--- case: packages::sequence_in_bulk_insert
CREATE TABLE alembic_version (
    version_num VARCHAR(32) NOT NULL, 
    CONSTRAINT alembic_version_pkc PRIMARY KEY (version_num)
);

-- Running upgrade  -> a1

INSERT INTO t (id, n) VALUES (1, '50%');

INSERT INTO t (id, n) VALUES (2, NULL);

CREATE TABLE u (
    id INTEGER NOT NULL, 
    n VARCHAR, 
    PRIMARY KEY (id)
);

INSERT INTO u (n) VALUES ('a');

INSERT INTO u (n) VALUES ('b');

INSERT INTO alembic_version (version_num) VALUES ('a1') RETURNING alembic_version.version_num;

--- case: packages::division
CREATE TABLE alembic_version (
    version_num VARCHAR(32) NOT NULL, 
    CONSTRAINT alembic_version_pkc PRIMARY KEY (version_num)
);

-- Running upgrade  -> a1

SELECT a / CAST(b AS NUMERIC) AS anon_1, a / b AS anon_2, a % b AS anon_3 
FROM t;

INSERT INTO alembic_version (version_num) VALUES ('a1') RETURNING alembic_version.version_num;

--- case: packages::parameters
CREATE TABLE alembic_version (
    version_num VARCHAR(32) NOT NULL, 
    CONSTRAINT alembic_version_pkc PRIMARY KEY (version_num)
);

-- Running upgrade  -> a1

INSERT INTO t (a, b, c, d, e, f, g, h, i, j, k) VALUES (:a, :b, :c::JSON, :d::JSONB, :e::UUID, :f::UUID, :g::INTEGER[], :h::INT4RANGE, :i, :j::BIT(3), :k);

INSERT INTO alembic_version (version_num) VALUES ('a1') RETURNING alembic_version.version_num;

--- case: packages::index_hint
CREATE TABLE alembic_version (
    version_num VARCHAR(32) NOT NULL, 
    CONSTRAINT alembic_version_pkc PRIMARY KEY (version_num)
);

-- Running upgrade  -> a1

SELECT t.a 
FROM t@ix_a 
WHERE t.a = 1;

SELECT t.a 
FROM t 
WHERE t.a = 1;

UPDATE t@ix_a SET a=2;

INSERT INTO alembic_version (version_num) VALUES ('a1') RETURNING alembic_version.version_num;

--- case: packages::upserts
CREATE TABLE alembic_version (
    version_num VARCHAR(32) NOT NULL, 
    CONSTRAINT alembic_version_pkc PRIMARY KEY (version_num)
);

-- Running upgrade  -> a1

INSERT INTO t (a, b) VALUES (1, 'x') ON CONFLICT (a) DO NOTHING;

INSERT INTO t (a, b) VALUES (1, 'x') ON CONFLICT (a) DO UPDATE SET b = excluded.b;

DELETE FROM t WHERE t.a = 1 RETURNING t.b;

INSERT INTO alembic_version (version_num) VALUES ('a1') RETURNING alembic_version.version_num;

--- case: packages::comments
CREATE TABLE alembic_version (
    version_num VARCHAR(32) NOT NULL, 
    CONSTRAINT alembic_version_pkc PRIMARY KEY (version_num)
);

-- Running upgrade  -> a1

CREATE TABLE t (
    a INTEGER
);

COMMENT ON TABLE t IS 'of t';

COMMENT ON COLUMN t.a IS 'of a';

ALTER TABLE t ADD COLUMN b INTEGER;

COMMENT ON COLUMN t.b IS 'of b';

COMMENT ON TABLE t IS 'new';

COMMENT ON TABLE t IS NULL;

INSERT INTO alembic_version (version_num) VALUES ('a1') RETURNING alembic_version.version_num;

--- case: packages::column_comment
CREATE TABLE alembic_version (
    version_num VARCHAR(32) NOT NULL, 
    CONSTRAINT alembic_version_pkc PRIMARY KEY (version_num)
);

-- Running upgrade  -> a1

COMMENT ON COLUMN t.a IS 'new';

INSERT INTO alembic_version (version_num) VALUES ('a1') RETURNING alembic_version.version_num;

--- case: packages::keys_and_checks
CREATE TABLE alembic_version (
    version_num VARCHAR(32) NOT NULL, 
    CONSTRAINT alembic_version_pkc PRIMARY KEY (version_num)
);

-- Running upgrade  -> a1

ALTER TABLE t ADD CONSTRAINT fk FOREIGN KEY(a) REFERENCES u (id) ON DELETE SET NULL DEFERRABLE INITIALLY DEFERRED NOT VALID;

ALTER TABLE t ADD CONSTRAINT uq UNIQUE NULLS NOT DISTINCT (a, b);

ALTER TABLE t ADD CONSTRAINT ck CHECK (a > 1) NOT VALID;

ALTER TABLE t ADD CONSTRAINT pk PRIMARY KEY (a);

ALTER TABLE t ADD CONSTRAINT ex EXCLUDE USING gist (a WITH =);

ALTER TABLE t DROP CONSTRAINT uq;

ALTER TABLE t DROP CONSTRAINT IF EXISTS fk;

INSERT INTO alembic_version (version_num) VALUES ('a1') RETURNING alembic_version.version_num;

--- case: packages::table_options
CREATE TABLE alembic_version (
    version_num VARCHAR(32) NOT NULL, 
    CONSTRAINT alembic_version_pkc PRIMARY KEY (version_num)
);

-- Running upgrade  -> a1

CREATE TABLE IF NOT EXISTS t (
    a INTEGER
)
 PARTITION BY LIST (a)
 WITH (fillfactor = 50)
 TABLESPACE fast;

CREATE TEMPORARY TABLE u (
    a INTEGER
)
 ON COMMIT DROP;

INSERT INTO alembic_version (version_num) VALUES ('a1') RETURNING alembic_version.version_num;

--- case: packages::try_cast
--- error: UnsupportedCompilationError: Compiler <sqlalchemy_cockroachdb.stmt_compiler.CockroachCompiler object> can't render element of type <class 'sqlalchemy.sql.elements.TryCast'>: <class 'sqlalchemy.sql.elements.TryCast'> construct has no default compilation handler. (Background on this error at: https://sqlalche.me/e/21/l7de)
