-- Running upgrade a07cbede8f76 -> a08dcfefa087

DROP INDEX ix_tags_lower;

CREATE TABLE _alembic_tmp_tags (
    name VARCHAR(30) NOT NULL, 
    colour VARCHAR(7) DEFAULT '#808080', 
    CONSTRAINT pk_tags PRIMARY KEY (name)
);

INSERT INTO _alembic_tmp_tags (name, colour) SELECT tags.name, tags.colour 
FROM tags;

DROP TABLE tags;

ALTER TABLE _alembic_tmp_tags RENAME TO tags;

CREATE INDEX ix_tags_lower ON tags (lower(name), colour DESC);

UPDATE alembic_version SET version_num='a08dcfefa087' WHERE alembic_version.version_num = 'a07cbede8f76';

