BEGIN;

-- Running downgrade a05a9cbc6d54 -> a04f8bab5c43

DROP VIEW open_notes;

DROP TRIGGER notes_count;

DROP TRIGGER notes_touch;

ALTER TABLE notes DROP CONSTRAINT ck_notes_pinned;

ALTER TABLE notes DROP COLUMN pinned;

ALTER TABLE notes ALTER COLUMN body DROP DEFAULT;

ALTER TABLE notes ALTER COLUMN title TYPE VARCHAR(200);

CREATE TRIGGER notes_touch AFTER UPDATE OF title, body ON notes
    BEGIN
        UPDATE notes SET touched_at = '2024-02-02 00:00:00' WHERE id = NEW.id;
    END;

CREATE TRIGGER notes_count AFTER INSERT ON notes
    BEGIN
        UPDATE notebooks SET note_count = note_count + 1 WHERE id = NEW.notebook_id;
    END;

CREATE VIEW open_notes AS SELECT id, title, notebook_id FROM notes WHERE NOT archived;

UPDATE alembic_version SET version_num='a04f8bab5c43' WHERE alembic_version.version_num = 'a05a9cbc6d54';

COMMIT;

