BEGIN TRANSACTION;

-- Running downgrade a08dcfefa087 -> a07cbede8f76

DROP INDEX ix_tags_lower ON tags;

GO

ALTER TABLE tags ALTER COLUMN colour VARCHAR(7) NOT NULL;

GO

ALTER TABLE tags ADD CONSTRAINT uq_tags_colour UNIQUE (colour);

GO

CREATE INDEX ix_tags_lower ON tags (lower(name), colour DESC);

GO

UPDATE alembic_version SET version_num='a07cbede8f76' WHERE alembic_version.version_num = 'a08dcfefa087';

GO

COMMIT;

GO

