BEGIN TRANSACTION;

-- Running downgrade a10fe1a1c2a9 -> a09ed0f0b198

UPDATE tags SET colour = '#' || substr('000000' || rowid, -6) WHERE colour IS NULL;

GO

EXEC sp_rename 'authors', people;

GO

EXEC sp_rename 'attachments.media_type', kind, 'COLUMN';

GO

UPDATE alembic_version SET version_num='a09ed0f0b198' WHERE alembic_version.version_num = 'a10fe1a1c2a9';

GO

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

-- Running downgrade a07cbede8f76 -> a06badcd7e65

DROP TABLE attachments;

GO

UPDATE alembic_version SET version_num='a06badcd7e65' WHERE alembic_version.version_num = 'a07cbede8f76';

GO

-- Running downgrade a06badcd7e65 -> a05a9cbc6d54

DROP TRIGGER notes_count;

GO

ALTER TABLE notebooks ALTER COLUMN title VARCHAR(80);

GO

ALTER TABLE notebooks DROP COLUMN position;

GO

CREATE TRIGGER notes_count AFTER INSERT ON notes
    BEGIN
        UPDATE notebooks SET note_count = note_count + 1 WHERE id = NEW.notebook_id;
    END;

GO

UPDATE alembic_version SET version_num='a05a9cbc6d54' WHERE alembic_version.version_num = 'a06badcd7e65';

GO

-- Running downgrade a05a9cbc6d54 -> a04f8bab5c43

DROP VIEW open_notes;

GO

DROP TRIGGER notes_count;

GO

DROP TRIGGER notes_touch;

GO

ALTER TABLE notes DROP CONSTRAINT ck_notes_pinned;

GO

ALTER TABLE notes DROP COLUMN pinned;

GO

declare @const_name varchar(256)
select @const_name = QUOTENAME([name]) from sys.default_constraints
where parent_object_id = object_id('notes')
and col_name(parent_object_id, parent_column_id) = 'body'
exec('alter table notes drop constraint ' + @const_name);

GO

ALTER TABLE notes ALTER COLUMN title VARCHAR(200);

GO

CREATE TRIGGER notes_touch AFTER UPDATE OF title, body ON notes
    BEGIN
        UPDATE notes SET touched_at = '2024-02-02 00:00:00' WHERE id = NEW.id;
    END;

GO

CREATE TRIGGER notes_count AFTER INSERT ON notes
    BEGIN
        UPDATE notebooks SET note_count = note_count + 1 WHERE id = NEW.notebook_id;
    END;

GO

CREATE VIEW open_notes AS SELECT id, title, notebook_id FROM notes WHERE NOT archived;

GO

UPDATE alembic_version SET version_num='a04f8bab5c43' WHERE alembic_version.version_num = 'a05a9cbc6d54';

GO

-- Running downgrade a04f8bab5c43 -> a03e7a9f4b32

DROP VIEW open_notes;

GO

DROP TRIGGER notes_count;

GO

DROP TRIGGER notes_touch;

GO

ALTER TABLE notebooks DROP COLUMN note_count;

GO

ALTER TABLE notes DROP COLUMN touched_at;

GO

UPDATE alembic_version SET version_num='a03e7a9f4b32' WHERE alembic_version.version_num = 'a04f8bab5c43';

GO

-- Running downgrade a03e7a9f4b32 -> a02d6f8e3a21

DROP INDEX ix_tags_lower ON tags;

GO

DROP INDEX uq_notebooks_top ON notebooks;

GO

DROP INDEX ix_notes_open ON notes;

GO

DROP INDEX ix_notes_notebook_id ON notes;

GO

UPDATE alembic_version SET version_num='a02d6f8e3a21' WHERE alembic_version.version_num = 'a03e7a9f4b32';

GO

-- Running downgrade a02d6f8e3a21 -> a01c5e7d2f10

ALTER TABLE notes DROP CONSTRAINT fk_notes_notebook;

GO

ALTER TABLE notes DROP COLUMN archived;

GO

ALTER TABLE notes DROP COLUMN notebook_id;

GO

DELETE FROM notebooks WHERE notebooks.id IN (1, 2);

GO

UPDATE alembic_version SET version_num='a01c5e7d2f10' WHERE alembic_version.version_num = 'a02d6f8e3a21';

GO

-- Running downgrade a01c5e7d2f10 -> 

DROP TABLE note_tags;

GO

DROP TABLE tags;

GO

DROP TABLE notes;

GO

DROP TABLE notebooks;

GO

DELETE FROM alembic_version WHERE alembic_version.version_num = 'a01c5e7d2f10';

GO

COMMIT;

GO

