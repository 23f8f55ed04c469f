BEGIN;

-- Running upgrade m02 -> m03

CREATE TABLE things (
    id SERIAL NOT NULL, 
    a VARCHAR(20), 
    b INTEGER, 
    doc JSONB, 
    words TSVECTOR, 
    "Odd name" TEXT, 
    PRIMARY KEY (id)
);

CREATE INDEX ix_plain ON things (a, b);

CREATE UNIQUE INDEX ix_unique ON things (a);

CREATE INDEX ix_gin ON things USING gin (doc jsonb_path_ops);

CREATE INDEX ix_words ON things USING gin (words) WITH (fastupdate = off);

CREATE INDEX ix_where ON things (b) WHERE a IS NOT NULL;

CREATE INDEX ix_where_column ON things (b) WHERE b > 3;

CREATE INDEX ix_include ON things (a) INCLUDE (b);

CREATE UNIQUE INDEX ix_nulls ON things (b) NULLS NOT DISTINCT;

CREATE INDEX ix_lower ON things (lower(a), b DESC NULLS LAST);

CREATE INDEX ix_function ON things (upper(a));

CREATE INDEX ix_desc ON things (b DESC);

CREATE INDEX ix_odd ON things ("Odd name" text_pattern_ops) TABLESPACE pg_default;

CREATE INDEX IF NOT EXISTS ix_hash ON things USING hash (a);

COMMIT;

CREATE INDEX CONCURRENTLY ix_quietly ON things (b);

BEGIN;

UPDATE alembic_version SET version_num='m03' WHERE alembic_version.version_num = 'm02';

COMMIT;

