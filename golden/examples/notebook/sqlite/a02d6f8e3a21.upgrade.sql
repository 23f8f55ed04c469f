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

