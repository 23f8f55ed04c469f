BEGIN TRANSACTION;

-- Running upgrade a08dcfefa087 -> a09ed0f0b198

CREATE TABLE people (
    id INTEGER NOT NULL IDENTITY, 
    name VARCHAR(80) NOT NULL, 
    PRIMARY KEY (id), 
    UNIQUE (name)
);

GO

INSERT INTO people (name) SELECT DISTINCT author FROM notes WHERE author IS NOT NULL ORDER BY author;

GO

ALTER TABLE notes ADD author_id INTEGER NULL;

GO

UPDATE notes SET author_id = (SELECT id FROM people WHERE people.name = notes.author);

GO

ALTER TABLE notes DROP COLUMN author;

GO

UPDATE alembic_version SET version_num='a09ed0f0b198' WHERE alembic_version.version_num = 'a08dcfefa087';

GO

COMMIT;

GO

