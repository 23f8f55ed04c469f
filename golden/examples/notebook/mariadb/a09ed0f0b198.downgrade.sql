-- Running downgrade a09ed0f0b198 -> a08dcfefa087

ALTER TABLE notes ADD COLUMN author VARCHAR(80);

UPDATE notes SET author = (SELECT name FROM people WHERE people.id = notes.author_id);

ALTER TABLE notes DROP COLUMN author_id;

DROP TABLE people;

UPDATE alembic_version SET version_num='a08dcfefa087' WHERE alembic_version.version_num = 'a09ed0f0b198';

