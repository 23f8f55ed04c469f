BEGIN TRANSACTION;

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

COMMIT;

GO

