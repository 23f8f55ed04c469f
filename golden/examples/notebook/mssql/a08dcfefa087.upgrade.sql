BEGIN TRANSACTION;

-- Running upgrade a07cbede8f76 -> a08dcfefa087

DROP INDEX ix_tags_lower ON tags;

GO

ALTER TABLE tags DROP CONSTRAINT uq_tags_colour;

GO

ALTER TABLE tags ALTER COLUMN colour VARCHAR(7) NULL;

GO

CREATE INDEX ix_tags_lower ON tags (lower(name), colour DESC);

GO

UPDATE alembic_version SET version_num='a08dcfefa087' WHERE alembic_version.version_num = 'a07cbede8f76';

GO

COMMIT;

GO

