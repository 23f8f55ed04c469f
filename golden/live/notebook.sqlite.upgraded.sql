BEGIN TRANSACTION;
CREATE TABLE alembic_version (
	version_num VARCHAR(32) NOT NULL, 
	CONSTRAINT alembic_version_pkc PRIMARY KEY (version_num)
);
INSERT INTO "alembic_version" VALUES('a10fe1a1c2a9');
CREATE TABLE "attachments" (
	id INTEGER NOT NULL, 
	note_id INTEGER NOT NULL, 
	media_type VARCHAR(20) DEFAULT 'image' NOT NULL, 
	bytes BLOB, 
	details JSON, 
	width INTEGER, 
	height INTEGER, pixels INTEGER GENERATED ALWAYS AS (width * height) VIRTUAL, 
	PRIMARY KEY (id), 
	FOREIGN KEY(note_id) REFERENCES notes (id) ON DELETE CASCADE
);
CREATE TABLE "authors" (
	id INTEGER NOT NULL, 
	name VARCHAR(80) NOT NULL, 
	PRIMARY KEY (id), 
	UNIQUE (name)
);
CREATE TABLE note_tags (
	note_id INTEGER NOT NULL, 
	tag VARCHAR(30) NOT NULL, 
	PRIMARY KEY (note_id, tag) ON CONFLICT IGNORE, 
	FOREIGN KEY(note_id) REFERENCES notes (id) ON DELETE CASCADE, 
	FOREIGN KEY(tag) REFERENCES tags (name) ON UPDATE CASCADE
)
 WITHOUT ROWID

;
CREATE TABLE "notebooks" (
	id INTEGER NOT NULL PRIMARY KEY AUTOINCREMENT, 
	title VARCHAR(120) NOT NULL, 
	parent_id INTEGER, 
	note_count INTEGER DEFAULT 0 NOT NULL, 
	position FLOAT, 
	CONSTRAINT fk_notebooks_parent FOREIGN KEY(parent_id) REFERENCES notebooks (id) ON DELETE CASCADE
);
INSERT INTO "notebooks" VALUES(1,'Inbox',NULL,0,1.5);
INSERT INTO "notebooks" VALUES(2,'It''s "done"',NULL,0,3.0);
CREATE TABLE "notes" (
	id INTEGER NOT NULL, 
	slug VARCHAR(60) NOT NULL, 
	title TEXT DEFAULT 'Untitled' NOT NULL, 
	body TEXT DEFAULT '', 
	created_at DATETIME DEFAULT (CURRENT_TIMESTAMP) NOT NULL, 
	notebook_id INTEGER DEFAULT '1' NOT NULL, 
	archived BOOLEAN DEFAULT 0 NOT NULL, 
	touched_at DATETIME, 
	pinned INTEGER DEFAULT '0' NOT NULL, author_id INTEGER, 
	PRIMARY KEY (id), 
	CONSTRAINT fk_notes_notebook FOREIGN KEY(notebook_id) REFERENCES notebooks (id) ON DELETE RESTRICT, 
	CONSTRAINT ck_notes_slug CHECK (length(slug) > 0), 
	CONSTRAINT uq_notes_slug UNIQUE (slug), 
	CONSTRAINT ck_notes_pinned CHECK (pinned IN (0, 1))
);
CREATE TABLE "tags" (
	name VARCHAR(30) NOT NULL, 
	colour VARCHAR(7) DEFAULT '#808080', 
	CONSTRAINT pk_tags PRIMARY KEY (name)
);
CREATE INDEX ix_notes_notebook_id ON notes (notebook_id);
CREATE INDEX ix_notes_open ON notes (created_at) WHERE archived = 0;
CREATE TRIGGER notes_touch AFTER UPDATE OF title, body ON notes
    BEGIN
        UPDATE notes SET touched_at = '2024-02-02 00:00:00' WHERE id = NEW.id;
    END;
CREATE VIEW open_notes AS SELECT id, title, notebook_id FROM notes WHERE NOT archived;
CREATE UNIQUE INDEX uq_notebooks_top ON notebooks (title) WHERE parent_id IS NULL;
CREATE TRIGGER notes_count AFTER INSERT ON notes
    BEGIN
        UPDATE notebooks SET note_count = note_count + 1 WHERE id = NEW.notebook_id;
    END;
CREATE INDEX ix_tags_lower ON tags (lower(name), colour DESC);
DELETE FROM "sqlite_sequence";
INSERT INTO "sqlite_sequence" VALUES('notebooks',2);
COMMIT;
