-- Running downgrade a08dcfefa087 -> a07cbede8f76

DROP INDEX ix_tags_lower ON tags;

ALTER TABLE tags MODIFY colour VARCHAR(7) NOT NULL;

ALTER TABLE tags ADD CONSTRAINT uq_tags_colour UNIQUE (colour);

CREATE INDEX ix_tags_lower ON tags (lower(name), colour DESC);

UPDATE alembic_version SET version_num='a07cbede8f76' WHERE alembic_version.version_num = 'a08dcfefa087';

