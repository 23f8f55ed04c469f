BEGIN;

-- Running upgrade a05a9cbc6d54 -> a06badcd7e65

DROP TRIGGER notes_count;

ALTER TABLE notebooks ADD COLUMN position FLOAT;

ALTER TABLE notebooks ALTER COLUMN title TYPE VARCHAR(120);

CREATE TRIGGER notes_count AFTER INSERT ON notes
    BEGIN
        UPDATE notebooks SET note_count = note_count + 1 WHERE id = NEW.notebook_id;
    END;

UPDATE notebooks SET position = id * 1.5;

UPDATE alembic_version SET version_num='a06badcd7e65' WHERE alembic_version.version_num = 'a05a9cbc6d54';

COMMIT;

