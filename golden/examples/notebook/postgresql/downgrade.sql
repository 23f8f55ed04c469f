BEGIN;

-- Running downgrade a10fe1a1c2a9 -> a09ed0f0b198

UPDATE tags SET colour = '#' || substr('000000' || rowid, -6) WHERE colour IS NULL;

ALTER TABLE authors RENAME TO people;

ALTER TABLE attachments RENAME media_type TO kind;

UPDATE alembic_version SET version_num='a09ed0f0b198' WHERE alembic_version.version_num = 'a10fe1a1c2a9';

-- Running downgrade a09ed0f0b198 -> a08dcfefa087

ALTER TABLE notes ADD COLUMN author VARCHAR(80);

UPDATE notes SET author = (SELECT name FROM people WHERE people.id = notes.author_id);

ALTER TABLE notes DROP COLUMN author_id;

DROP TABLE people;

UPDATE alembic_version SET version_num='a08dcfefa087' WHERE alembic_version.version_num = 'a09ed0f0b198';

-- Running downgrade a08dcfefa087 -> a07cbede8f76

DROP INDEX ix_tags_lower;

ALTER TABLE tags ALTER COLUMN colour SET NOT NULL;

ALTER TABLE tags ADD CONSTRAINT uq_tags_colour UNIQUE (colour);

CREATE INDEX ix_tags_lower ON tags (lower(name), colour DESC);

UPDATE alembic_version SET version_num='a07cbede8f76' WHERE alembic_version.version_num = 'a08dcfefa087';

-- Running downgrade a07cbede8f76 -> a06badcd7e65

DROP TABLE attachments;

UPDATE alembic_version SET version_num='a06badcd7e65' WHERE alembic_version.version_num = 'a07cbede8f76';

-- Running downgrade a06badcd7e65 -> a05a9cbc6d54

DROP TRIGGER notes_count;

ALTER TABLE notebooks ALTER COLUMN title TYPE VARCHAR(80);

ALTER TABLE notebooks DROP COLUMN position;

CREATE TRIGGER notes_count AFTER INSERT ON notes
    BEGIN
        UPDATE notebooks SET note_count = note_count + 1 WHERE id = NEW.notebook_id;
    END;

UPDATE alembic_version SET version_num='a05a9cbc6d54' WHERE alembic_version.version_num = 'a06badcd7e65';

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

-- Running downgrade a04f8bab5c43 -> a03e7a9f4b32

DROP VIEW open_notes;

DROP TRIGGER notes_count;

DROP TRIGGER notes_touch;

ALTER TABLE notebooks DROP COLUMN note_count;

ALTER TABLE notes DROP COLUMN touched_at;

UPDATE alembic_version SET version_num='a03e7a9f4b32' WHERE alembic_version.version_num = 'a04f8bab5c43';

-- Running downgrade a03e7a9f4b32 -> a02d6f8e3a21

DROP INDEX ix_tags_lower;

DROP INDEX uq_notebooks_top;

DROP INDEX ix_notes_open;

DROP INDEX ix_notes_notebook_id;

UPDATE alembic_version SET version_num='a02d6f8e3a21' WHERE alembic_version.version_num = 'a03e7a9f4b32';

-- Running downgrade a02d6f8e3a21 -> a01c5e7d2f10

ALTER TABLE notes DROP CONSTRAINT fk_notes_notebook;

ALTER TABLE notes DROP COLUMN archived;

ALTER TABLE notes DROP COLUMN notebook_id;

DELETE FROM notebooks WHERE notebooks.id IN (1, 2);

UPDATE alembic_version SET version_num='a01c5e7d2f10' WHERE alembic_version.version_num = 'a02d6f8e3a21';

-- Running downgrade a01c5e7d2f10 -> 

DROP TABLE note_tags;

DROP TABLE tags;

DROP TABLE notes;

DROP TABLE notebooks;

DELETE FROM alembic_version WHERE alembic_version.version_num = 'a01c5e7d2f10';

COMMIT;

