CREATE TABLE alembic_version (
    version_num VARCHAR(32) NOT NULL, 
    CONSTRAINT alembic_version_pkc PRIMARY KEY (version_num)
);

-- Running upgrade  -> a01c5e7d2f10

CREATE TABLE notebooks (
    id INTEGER NOT NULL PRIMARY KEY AUTOINCREMENT, 
    title VARCHAR(80) NOT NULL, 
    parent_id INTEGER, 
    CONSTRAINT fk_notebooks_parent FOREIGN KEY(parent_id) REFERENCES notebooks (id) ON DELETE CASCADE
);

CREATE TABLE notes (
    id INTEGER NOT NULL, 
    slug VARCHAR(60) NOT NULL, 
    title VARCHAR(200) DEFAULT 'Untitled' NOT NULL, 
    body TEXT, 
    author VARCHAR(80), 
    created_at DATETIME DEFAULT CURRENT_TIMESTAMP NOT NULL, 
    PRIMARY KEY (id), 
    CONSTRAINT ck_notes_slug CHECK (length(slug) > 0), 
    CONSTRAINT uq_notes_slug UNIQUE (slug)
);

CREATE TABLE tags (
    name VARCHAR(30) NOT NULL, 
    colour VARCHAR(7) DEFAULT '#808080' NOT NULL, 
    PRIMARY KEY (name), 
    UNIQUE (colour)
);

CREATE TABLE note_tags (
    note_id INTEGER NOT NULL, 
    tag VARCHAR(30) NOT NULL, 
    PRIMARY KEY (note_id, tag) ON CONFLICT IGNORE, 
    FOREIGN KEY(note_id) REFERENCES notes (id) ON DELETE CASCADE, 
    FOREIGN KEY(tag) REFERENCES tags (name) ON UPDATE CASCADE
)
 WITHOUT ROWID;

INSERT INTO alembic_version (version_num) VALUES ('a01c5e7d2f10') RETURNING version_num;

-- Running upgrade a01c5e7d2f10 -> a02d6f8e3a21

INSERT INTO notebooks (id, title) VALUES (1, 'Inbox');

INSERT INTO notebooks (id, title) VALUES (2, 'It''s "done"');

CREATE TABLE _alembic_tmp_notes (
    id INTEGER NOT NULL, 
    slug VARCHAR(60) NOT NULL, 
    title VARCHAR(200) DEFAULT 'Untitled' NOT NULL, 
    body TEXT, 
    author VARCHAR(80), 
    created_at DATETIME DEFAULT (CURRENT_TIMESTAMP) NOT NULL, 
    notebook_id INTEGER DEFAULT '1' NOT NULL, 
    archived BOOLEAN DEFAULT 0 NOT NULL, 
    PRIMARY KEY (id), 
    CONSTRAINT ck_notes_slug CHECK (length(slug) > 0), 
    CONSTRAINT uq_notes_slug UNIQUE (slug), 
    CONSTRAINT fk_notes_notebook FOREIGN KEY(notebook_id) REFERENCES notebooks (id) ON DELETE RESTRICT
);

INSERT INTO _alembic_tmp_notes (id, slug, title, body, author, created_at) SELECT notes.id, notes.slug, notes.title, notes.body, notes.author, notes.created_at 
FROM notes;

DROP TABLE notes;

ALTER TABLE _alembic_tmp_notes RENAME TO notes;

UPDATE alembic_version SET version_num='a02d6f8e3a21' WHERE alembic_version.version_num = 'a01c5e7d2f10';

-- Running upgrade a02d6f8e3a21 -> a03e7a9f4b32

CREATE INDEX ix_notes_notebook_id ON notes (notebook_id);

CREATE INDEX ix_notes_open ON notes (created_at) WHERE archived = 0;

CREATE UNIQUE INDEX uq_notebooks_top ON notebooks (title) WHERE parent_id IS NULL;

CREATE INDEX ix_tags_lower ON tags (lower(name), colour DESC);

UPDATE alembic_version SET version_num='a03e7a9f4b32' WHERE alembic_version.version_num = 'a02d6f8e3a21';

-- Running upgrade a03e7a9f4b32 -> a04f8bab5c43

ALTER TABLE notes ADD COLUMN touched_at DATETIME;

ALTER TABLE notebooks ADD COLUMN note_count INTEGER DEFAULT 0 NOT NULL;

UPDATE notebooks SET note_count = (SELECT count(*) FROM notes WHERE notes.notebook_id = notebooks.id);

CREATE TRIGGER notes_touch AFTER UPDATE OF title, body ON notes
    BEGIN
        UPDATE notes SET touched_at = '2024-02-02 00:00:00' WHERE id = NEW.id;
    END;

CREATE TRIGGER notes_count AFTER INSERT ON notes
    BEGIN
        UPDATE notebooks SET note_count = note_count + 1 WHERE id = NEW.notebook_id;
    END;

CREATE VIEW open_notes AS SELECT id, title, notebook_id FROM notes WHERE NOT archived;

UPDATE alembic_version SET version_num='a04f8bab5c43' WHERE alembic_version.version_num = 'a03e7a9f4b32';

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

-- Running upgrade a05a9cbc6d54 -> a06badcd7e65

DROP TRIGGER notes_count;

CREATE TABLE _alembic_tmp_notebooks (
    id INTEGER NOT NULL PRIMARY KEY AUTOINCREMENT, 
    title VARCHAR(120) NOT NULL, 
    parent_id INTEGER, 
    note_count INTEGER DEFAULT 0 NOT NULL, 
    position FLOAT, 
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

UPDATE notebooks SET position = id * 1.5;

UPDATE alembic_version SET version_num='a06badcd7e65' WHERE alembic_version.version_num = 'a05a9cbc6d54';

-- Running upgrade a06badcd7e65 -> a07cbede8f76

CREATE TABLE attachments (
    id INTEGER NOT NULL, 
    note_id INTEGER NOT NULL, 
    bytes BLOB, 
    width INTEGER, 
    height INTEGER, 
    PRIMARY KEY (id), 
    FOREIGN KEY(note_id) REFERENCES notes (id) ON DELETE CASCADE
);

CREATE TABLE _alembic_tmp_attachments (
    id INTEGER NOT NULL, 
    note_id INTEGER NOT NULL, 
    kind VARCHAR(20) DEFAULT 'image' NOT NULL, 
    bytes BLOB, 
    details JSON, 
    width INTEGER, 
    height INTEGER, 
    PRIMARY KEY (id), 
    FOREIGN KEY(note_id) REFERENCES notes (id) ON DELETE CASCADE
);

INSERT INTO _alembic_tmp_attachments (id, note_id, bytes, width, height) SELECT attachments.id, attachments.note_id, attachments.bytes, attachments.width, attachments.height 
FROM attachments;

DROP TABLE attachments;

ALTER TABLE _alembic_tmp_attachments RENAME TO attachments;

ALTER TABLE attachments ADD COLUMN pixels INTEGER GENERATED ALWAYS AS (width * height) VIRTUAL;

UPDATE alembic_version SET version_num='a07cbede8f76' WHERE alembic_version.version_num = 'a06badcd7e65';

-- Running upgrade a07cbede8f76 -> a08dcfefa087

DROP INDEX ix_tags_lower;

CREATE TABLE _alembic_tmp_tags (
    name VARCHAR(30) NOT NULL, 
    colour VARCHAR(7) DEFAULT '#808080', 
    CONSTRAINT pk_tags PRIMARY KEY (name)
);

INSERT INTO _alembic_tmp_tags (name, colour) SELECT tags.name, tags.colour 
FROM tags;

DROP TABLE tags;

ALTER TABLE _alembic_tmp_tags RENAME TO tags;

CREATE INDEX ix_tags_lower ON tags (lower(name), colour DESC);

UPDATE alembic_version SET version_num='a08dcfefa087' WHERE alembic_version.version_num = 'a07cbede8f76';

-- Running upgrade a08dcfefa087 -> a09ed0f0b198

CREATE TABLE people (
    id INTEGER NOT NULL, 
    name VARCHAR(80) NOT NULL, 
    PRIMARY KEY (id), 
    UNIQUE (name)
);

INSERT INTO people (name) SELECT DISTINCT author FROM notes WHERE author IS NOT NULL ORDER BY author;

ALTER TABLE notes ADD COLUMN author_id INTEGER;

UPDATE notes SET author_id = (SELECT id FROM people WHERE people.name = notes.author);

ALTER TABLE notes DROP COLUMN author;

UPDATE alembic_version SET version_num='a09ed0f0b198' WHERE alembic_version.version_num = 'a08dcfefa087';

-- Running upgrade a09ed0f0b198 -> a10fe1a1c2a9

ALTER TABLE attachments RENAME COLUMN kind TO media_type;

ALTER TABLE people RENAME TO authors;

UPDATE tags SET colour = NULL WHERE colour = '#808080';

UPDATE alembic_version SET version_num='a10fe1a1c2a9' WHERE alembic_version.version_num = 'a09ed0f0b198';

