-- Running upgrade a07cbede8f76 -> a08dcfefa087

DROP INDEX ix_tags_lower ON tags;

ALTER TABLE tags DROP INDEX uq_tags_colour;

ALTER TABLE tags MODIFY colour VARCHAR(7) NULL;

CREATE INDEX ix_tags_lower ON tags (lower(name), colour DESC);

UPDATE alembic_version SET version_num='a08dcfefa087' WHERE alembic_version.version_num = 'a07cbede8f76';

