BEGIN;

-- Running upgrade a04f8bab5c43 -> a05a9cbc6d54

DROP VIEW open_notes;

DROP TRIGGER notes_count;

DROP TRIGGER notes_touch;

ALTER TABLE notes ALTER COLUMN title TYPE TEXT;

ALTER TABLE notes ALTER COLUMN body SET DEFAULT '';

ALTER TABLE notes ADD COLUMN pinned INTEGER DEFAULT '0' NOT NULL;

ALTER TABLE notes ADD CONSTRAINT ck_notes_pinned CHECK (pinned IN (0, 1));

CREATE TRIGGER notes_touch AFTER UPDATE OF title, body ON notes
    BEGIN
        UPDATE notes SET touched_at = '2024-02-02 00:00:00' WHERE id = NEW.id;
    END;

CREATE TRIGGER notes_count AFTER INSERT ON notes
    BEGIN
        UPDATE notebooks SET note_count = note_count + 1 WHERE id = NEW.notebook_id;
    END;

CREATE VIEW open_notes AS SELECT id, title, notebook_id FROM notes WHERE NOT archived;

UPDATE notes SET body = '' WHERE body IS NULL;

UPDATE alembic_version SET version_num='a05a9cbc6d54' WHERE alembic_version.version_num = 'a04f8bab5c43';

COMMIT;

