BEGIN TRANSACTION;

-- Running upgrade a03e7a9f4b32 -> a04f8bab5c43

ALTER TABLE notes ADD touched_at DATETIME NULL;

GO

ALTER TABLE notebooks ADD note_count INTEGER NOT NULL DEFAULT 0;

GO

UPDATE notebooks SET note_count = (SELECT count(*) FROM notes WHERE notes.notebook_id = notebooks.id);

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

UPDATE alembic_version SET version_num='a04f8bab5c43' WHERE alembic_version.version_num = 'a03e7a9f4b32';

GO

COMMIT;

GO

