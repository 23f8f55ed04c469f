-- Running downgrade a02d6f8e3a21 -> a01c5e7d2f10

CREATE TABLE _alembic_tmp_notes (
    id INTEGER NOT NULL, 
    slug VARCHAR(60) NOT NULL, 
    title VARCHAR(200) DEFAULT 'Untitled' NOT NULL, 
    body TEXT, 
    author VARCHAR(80), 
    created_at DATETIME DEFAULT (CURRENT_TIMESTAMP) NOT NULL, 
    PRIMARY KEY (id), 
    CONSTRAINT ck_notes_slug CHECK (length(slug) > 0), 
    CONSTRAINT uq_notes_slug UNIQUE (slug)
);

INSERT INTO _alembic_tmp_notes (id, slug, title, body, author, created_at) SELECT notes.id, notes.slug, notes.title, notes.body, notes.author, notes.created_at 
FROM notes;

DROP TABLE notes;

ALTER TABLE _alembic_tmp_notes RENAME TO notes;

DELETE FROM notebooks WHERE notebooks.id IN (1, 2);

UPDATE alembic_version SET version_num='a01c5e7d2f10' WHERE alembic_version.version_num = 'a02d6f8e3a21';

