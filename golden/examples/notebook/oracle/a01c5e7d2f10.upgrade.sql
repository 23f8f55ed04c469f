CREATE TABLE alembic_version (
    version_num VARCHAR2(32 CHAR) NOT NULL, 
    CONSTRAINT alembic_version_pkc PRIMARY KEY (version_num)
)

/

-- Running upgrade  -> a01c5e7d2f10

CREATE TABLE notebooks (
    id INTEGER NOT NULL, 
    title VARCHAR2(80 CHAR) NOT NULL, 
    parent_id INTEGER, 
    PRIMARY KEY (id), 
    CONSTRAINT fk_notebooks_parent FOREIGN KEY(parent_id) REFERENCES notebooks (id) ON DELETE CASCADE
)

/

CREATE TABLE notes (
    id INTEGER NOT NULL, 
    slug VARCHAR2(60 CHAR) NOT NULL, 
    title VARCHAR2(200 CHAR) DEFAULT 'Untitled' NOT NULL, 
    body CLOB, 
    author VARCHAR2(80 CHAR), 
    created_at DATE DEFAULT CURRENT_TIMESTAMP NOT NULL, 
    PRIMARY KEY (id), 
    CONSTRAINT ck_notes_slug CHECK (length(slug) > 0), 
    CONSTRAINT uq_notes_slug UNIQUE (slug)
)

/

CREATE TABLE tags (
    name VARCHAR2(30 CHAR) NOT NULL, 
    colour VARCHAR2(7 CHAR) DEFAULT '#808080' NOT NULL, 
    PRIMARY KEY (name), 
    UNIQUE (colour)
)

/

CREATE TABLE note_tags (
    note_id INTEGER NOT NULL, 
    tag VARCHAR2(30 CHAR) NOT NULL, 
    PRIMARY KEY (note_id, tag), 
    FOREIGN KEY(note_id) REFERENCES notes (id) ON DELETE CASCADE, 
    FOREIGN KEY(tag) REFERENCES tags (name)
)

/

INSERT INTO alembic_version (version_num) VALUES ('a01c5e7d2f10') RETURNING alembic_version.version_num INTO :ret_0

/

