BEGIN TRANSACTION;

CREATE TABLE alembic_version (
    version_num VARCHAR(32) NOT NULL, 
    CONSTRAINT alembic_version_pkc PRIMARY KEY (version_num)
);

GO

-- Running upgrade  -> a01c5e7d2f10

CREATE TABLE notebooks (
    id INTEGER NOT NULL IDENTITY, 
    title VARCHAR(80) NOT NULL, 
    parent_id INTEGER NULL, 
    PRIMARY KEY (id), 
    CONSTRAINT fk_notebooks_parent FOREIGN KEY(parent_id) REFERENCES notebooks (id) ON DELETE CASCADE
);

GO

CREATE TABLE notes (
    id INTEGER NOT NULL IDENTITY, 
    slug VARCHAR(60) NOT NULL, 
    title VARCHAR(200) NOT NULL DEFAULT 'Untitled', 
    body TEXT NULL, 
    author VARCHAR(80) NULL, 
    created_at DATETIME NOT NULL DEFAULT CURRENT_TIMESTAMP, 
    PRIMARY KEY (id), 
    CONSTRAINT ck_notes_slug CHECK (length(slug) > 0), 
    CONSTRAINT uq_notes_slug UNIQUE (slug)
);

GO

CREATE TABLE tags (
    name VARCHAR(30) NOT NULL, 
    colour VARCHAR(7) NOT NULL DEFAULT '#808080', 
    PRIMARY KEY (name), 
    UNIQUE (colour)
);

GO

CREATE TABLE note_tags (
    note_id INTEGER NOT NULL, 
    tag VARCHAR(30) NOT NULL, 
    PRIMARY KEY (note_id, tag), 
    FOREIGN KEY(note_id) REFERENCES notes (id) ON DELETE CASCADE, 
    FOREIGN KEY(tag) REFERENCES tags (name) ON UPDATE CASCADE
);

GO

INSERT INTO alembic_version (version_num) OUTPUT inserted.version_num VALUES ('a01c5e7d2f10');

GO

COMMIT;

GO

