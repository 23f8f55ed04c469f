-- Running upgrade a04f8bab5c43 -> a05a9cbc6d54

DROP VIEW open_notes;

DROP TRIGGER notes_count;

DROP TRIGGER notes_touch;

CREATE TABLE _alembic_tmp_notes (
    id INTEGER NOT NULL, 
    slug VARCHAR(60) NOT NULL, 
    title TEXT DEFAULT 'Untitled' NOT NULL, 
    body TEXT DEFAULT '', 
    author VARCHAR(80), 
    created_at DATETIME DEFAULT (CURRENT_TIMESTAMP) NOT NULL, 
    notebook_id INTEGER DEFAULT '1' NOT NULL, 
    archived BOOLEAN DEFAULT 0 NOT NULL, 
    touched_at DATETIME, 
    pinned INTEGER DEFAULT '0' NOT NULL, 
    PRIMARY KEY (id), 
    CONSTRAINT ck_notes_slug CHECK (length(slug) > 0), 
    CONSTRAINT uq_notes_slug UNIQUE (slug), 
    CONSTRAINT fk_notes_notebook FOREIGN KEY(notebook_id) REFERENCES notebooks (id) ON DELETE RESTRICT, 
    CONSTRAINT ck_notes_pinned CHECK (pinned IN (0, 1))
);

INSERT INTO _alembic_tmp_notes (id, slug, title, body, author, created_at, notebook_id, archived, touched_at) SELECT notes.id, notes.slug, notes.title, notes.body, notes.author, notes.created_at, notes.notebook_id, notes.archived, notes.touched_at 
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

UPDATE notes SET body = '' WHERE body IS NULL;

UPDATE alembic_version SET version_num='a05a9cbc6d54' WHERE alembic_version.version_num = 'a04f8bab5c43';

