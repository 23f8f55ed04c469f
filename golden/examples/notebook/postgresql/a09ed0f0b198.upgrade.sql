BEGIN;

-- Running upgrade a08dcfefa087 -> a09ed0f0b198

CREATE TABLE people (
    id SERIAL NOT NULL, 
    name VARCHAR(80) NOT NULL, 
    PRIMARY KEY (id), 
    UNIQUE (name)
);

INSERT INTO people (name) SELECT DISTINCT author FROM notes WHERE author IS NOT NULL ORDER BY author;

ALTER TABLE notes ADD COLUMN author_id INTEGER;

UPDATE notes SET author_id = (SELECT id FROM people WHERE people.name = notes.author);

ALTER TABLE notes DROP COLUMN author;

UPDATE alembic_version SET version_num='a09ed0f0b198' WHERE alembic_version.version_num = 'a08dcfefa087';

COMMIT;

