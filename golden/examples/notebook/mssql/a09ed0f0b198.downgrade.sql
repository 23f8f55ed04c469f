BEGIN TRANSACTION;

-- Running downgrade a09ed0f0b198 -> a08dcfefa087

ALTER TABLE notes ADD author VARCHAR(80) NULL;

GO

UPDATE notes SET author = (SELECT name FROM people WHERE people.id = notes.author_id);

GO

ALTER TABLE notes DROP COLUMN author_id;

GO

DROP TABLE people;

GO

UPDATE alembic_version SET version_num='a08dcfefa087' WHERE alembic_version.version_num = 'a09ed0f0b198';

GO

COMMIT;

GO

