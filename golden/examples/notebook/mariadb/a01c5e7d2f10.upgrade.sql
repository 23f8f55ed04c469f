CREATE TABLE alembic_version (
    version_num VARCHAR(32) NOT NULL, 
    CONSTRAINT alembic_version_pkc PRIMARY KEY (version_num)
);

-- Running upgrade  -> a01c5e7d2f10

CREATE TABLE notebooks (
    id INTEGER NOT NULL AUTO_INCREMENT, 
    title VARCHAR(80) NOT NULL, 
    parent_id INTEGER, 
    PRIMARY KEY (id), 
    CONSTRAINT fk_notebooks_parent FOREIGN KEY(parent_id) REFERENCES notebooks (id) ON DELETE CASCADE
);

CREATE TABLE notes (
    id INTEGER NOT NULL AUTO_INCREMENT, 
    slug VARCHAR(60) NOT NULL, 
    title VARCHAR(200) NOT NULL DEFAULT 'Untitled', 
    `body` TEXT, 
    author VARCHAR(80), 
    created_at DATETIME NOT NULL DEFAULT (now()), 
    PRIMARY KEY (id), 
    CONSTRAINT ck_notes_slug CHECK (length(slug) > 0), 
    CONSTRAINT uq_notes_slug UNIQUE (slug)
);

CREATE TABLE tags (
    name VARCHAR(30) NOT NULL, 
    colour VARCHAR(7) NOT NULL DEFAULT '#808080', 
    PRIMARY KEY (name), 
    UNIQUE (colour)
);

CREATE TABLE note_tags (
    note_id INTEGER NOT NULL, 
    tag VARCHAR(30) NOT NULL, 
    PRIMARY KEY (note_id, tag), 
    FOREIGN KEY(note_id) REFERENCES notes (id) ON DELETE CASCADE, 
    FOREIGN KEY(tag) REFERENCES tags (name) ON UPDATE CASCADE
);

INSERT INTO alembic_version (version_num) VALUES ('a01c5e7d2f10') RETURNING alembic_version.version_num;

