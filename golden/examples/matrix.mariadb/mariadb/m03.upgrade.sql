-- Running upgrade m02 -> m03

CREATE TABLE things (
    id INTEGER NOT NULL AUTO_INCREMENT, 
    a VARCHAR(200), 
    b INTEGER, 
    `body` TEXT, 
    `Odd name` TEXT, 
    PRIMARY KEY (id)
);

CREATE INDEX ix_plain ON things (a, b);

CREATE UNIQUE INDEX ix_unique ON things (a);

CREATE INDEX ix_length ON things (a(10));

CREATE INDEX ix_lengths ON things (a(5), `Odd name`(7));

CREATE FULLTEXT INDEX ix_fulltext ON things (`body`);

CREATE INDEX ix_hash ON things (b) USING hash;

CREATE INDEX ix_desc ON things (b DESC);

CREATE INDEX ix_desc_column ON things (b DESC, a);

CREATE INDEX IF NOT EXISTS ix_if ON things (b);

UPDATE alembic_version SET version_num='m03' WHERE alembic_version.version_num = 'm02';

