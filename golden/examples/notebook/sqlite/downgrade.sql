-- Running downgrade a10fe1a1c2a9 -> a09ed0f0b198

UPDATE tags SET colour = '#' || substr('000000' || rowid, -6) WHERE colour IS NULL;

ALTER TABLE authors RENAME TO people;

ALTER TABLE attachments RENAME COLUMN media_type TO kind;

UPDATE alembic_version SET version_num='a09ed0f0b198' WHERE alembic_version.version_num = 'a10fe1a1c2a9';

-- Running downgrade a09ed0f0b198 -> a08dcfefa087

ALTER TABLE notes ADD COLUMN author VARCHAR(80);

UPDATE notes SET author = (SELECT name FROM people WHERE people.id = notes.author_id);

ALTER TABLE notes DROP COLUMN author_id;

DROP TABLE people;

UPDATE alembic_version SET version_num='a08dcfefa087' WHERE alembic_version.version_num = 'a09ed0f0b198';

-- Running downgrade a08dcfefa087 -> a07cbede8f76

DROP INDEX ix_tags_lower;

CREATE TABLE _alembic_tmp_tags (
    name VARCHAR(30) NOT NULL, 
    colour VARCHAR(7) DEFAULT '#808080' NOT NULL, 
    CONSTRAINT pk_tags PRIMARY KEY (name), 
    CONSTRAINT uq_tags_colour UNIQUE (colour)
);

INSERT INTO _alembic_tmp_tags (name, colour) SELECT tags.name, tags.colour 
FROM tags;

DROP TABLE tags;

ALTER TABLE _alembic_tmp_tags RENAME TO tags;

CREATE INDEX ix_tags_lower ON tags (lower(name), colour DESC);

UPDATE alembic_version SET version_num='a07cbede8f76' WHERE alembic_version.version_num = 'a08dcfefa087';

-- Running downgrade a07cbede8f76 -> a06badcd7e65

DROP TABLE attachments;

UPDATE alembic_version SET version_num='a06badcd7e65' WHERE alembic_version.version_num = 'a07cbede8f76';

-- Running downgrade a06badcd7e65 -> a05a9cbc6d54

DROP TRIGGER notes_count;

CREATE TABLE _alembic_tmp_notebooks (
    id INTEGER NOT NULL PRIMARY KEY AUTOINCREMENT, 
    title VARCHAR(80) NOT NULL, 
    parent_id INTEGER, 
    note_count INTEGER DEFAULT 0 NOT NULL, 
    CONSTRAINT fk_notebooks_parent FOREIGN KEY(parent_id) REFERENCES notebooks (id) ON DELETE CASCADE
);

INSERT INTO _alembic_tmp_notebooks (id, title, parent_id, note_count) SELECT notebooks.id, notebooks.title, notebooks.parent_id, notebooks.note_count 
FROM notebooks;

DROP TABLE notebooks;

ALTER TABLE _alembic_tmp_notebooks RENAME TO notebooks;

CREATE UNIQUE INDEX uq_notebooks_top ON notebooks (title) WHERE parent_id IS NULL;

CREATE TRIGGER notes_count AFTER INSERT ON notes
    BEGIN
        UPDATE notebooks SET note_count = note_count + 1 WHERE id = NEW.notebook_id;
    END;

UPDATE alembic_version SET version_num='a05a9cbc6d54' WHERE alembic_version.version_num = 'a06badcd7e65';

-- Running downgrade a05a9cbc6d54 -> a04f8bab5c43

DROP VIEW open_notes;

DROP TRIGGER notes_count;

DROP TRIGGER notes_touch;

CREATE TABLE _alembic_tmp_notes (
    id INTEGER NOT NULL, 
    slug VARCHAR(60) NOT NULL, 
    title VARCHAR(200) DEFAULT 'Untitled' NOT NULL, 
    body TEXT, 
    created_at DATETIME DEFAULT (CURRENT_TIMESTAMP) NOT NULL, 
    notebook_id INTEGER DEFAULT '1' NOT NULL, 
    archived BOOLEAN DEFAULT 0 NOT NULL, 
    touched_at DATETIME, 
    author VARCHAR(80), 
    PRIMARY KEY (id), 
    CONSTRAINT ck_notes_slug CHECK (length(slug) > 0), 
    CONSTRAINT uq_notes_slug UNIQUE (slug), 
    CONSTRAINT fk_notes_notebook FOREIGN KEY(notebook_id) REFERENCES notebooks (id) ON DELETE RESTRICT
);

INSERT INTO _alembic_tmp_notes (id, slug, title, body, created_at, notebook_id, archived, touched_at, author) SELECT notes.id, notes.slug, notes.title, notes.body, notes.created_at, notes.notebook_id, notes.archived, notes.touched_at, notes.author 
FROM notes;

DROP TABLE notes;

ALTER TABLE _alembic_tmp_notes RENAME TO notes;

CREATE INDEX ix_notes_notebook_id ON notes (notebook_id);

CREATE INDEX ix_notes_open ON notes (created_at) WHERE archived = 0;

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

CREATE TABLE _alembic_tmp_notes (
    id INTEGER NOT NULL, 
    slug VARCHAR(60) NOT NULL, 
    title VARCHAR(200) DEFAULT 'Untitled' NOT NULL, 
    body TEXT, 
    created_at DATETIME DEFAULT (CURRENT_TIMESTAMP) NOT NULL, 
    author VARCHAR(80), 
    PRIMARY KEY (id), 
    CONSTRAINT ck_notes_slug CHECK (length(slug) > 0), 
    CONSTRAINT uq_notes_slug UNIQUE (slug)
);

INSERT INTO _alembic_tmp_notes (id, slug, title, body, created_at, author) SELECT notes.id, notes.slug, notes.title, notes.body, notes.created_at, notes.author 
FROM notes;

DROP TABLE notes;

ALTER TABLE _alembic_tmp_notes RENAME TO notes;

DELETE FROM notebooks WHERE notebooks.id IN (1, 2);

UPDATE alembic_version SET version_num='a01c5e7d2f10' WHERE alembic_version.version_num = 'a02d6f8e3a21';

-- Running downgrade a01c5e7d2f10 -> 

DROP TABLE note_tags;

DROP TABLE tags;

DROP TABLE notes;

DROP TABLE notebooks;

DELETE FROM alembic_version WHERE alembic_version.version_num = 'a01c5e7d2f10';

