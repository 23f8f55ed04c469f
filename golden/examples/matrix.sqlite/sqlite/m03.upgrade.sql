-- Running upgrade m02 -> m03

CREATE TABLE things (
    id INTEGER NOT NULL, 
    a VARCHAR(20), 
    b INTEGER, 
    "Odd name" TEXT, 
    PRIMARY KEY (id)
);

CREATE INDEX ix_plain ON things (a, b);

CREATE UNIQUE INDEX ix_unique ON things (a);

CREATE INDEX ix_where ON things (b) WHERE a IS NOT NULL;

CREATE INDEX ix_where_column ON things (b) WHERE b > 3;

CREATE INDEX ix_lower ON things (lower(a), b DESC);

CREATE INDEX ix_function ON things (upper(a));

CREATE INDEX ix_desc ON things (b DESC);

CREATE INDEX IF NOT EXISTS ix_odd ON things ("Odd name");

UPDATE alembic_version SET version_num='m03' WHERE alembic_version.version_num = 'm02';

