BEGIN TRANSACTION;
CREATE TABLE alembic_version (
	version_num VARCHAR(32) NOT NULL, 
	CONSTRAINT alembic_version_pkc PRIMARY KEY (version_num)
);
INSERT INTO "alembic_version" VALUES('a02d6f8e3a21');
CREATE TABLE note_tags (
	note_id INTEGER NOT NULL, 
	tag VARCHAR(30) NOT NULL, 
	PRIMARY KEY (note_id, tag) ON CONFLICT IGNORE, 
	FOREIGN KEY(note_id) REFERENCES notes (id) ON DELETE CASCADE, 
	FOREIGN KEY(tag) REFERENCES tags (name) ON UPDATE CASCADE
)
 WITHOUT ROWID

;
INSERT INTO "note_tags" VALUES(1,'Grey');
INSERT INTO "note_tags" VALUES(1,'red');
INSERT INTO "note_tags" VALUES(6,'red');
CREATE TABLE "notebooks" (
	id INTEGER NOT NULL PRIMARY KEY AUTOINCREMENT, 
	title VARCHAR(80) NOT NULL, 
	parent_id INTEGER, 
	CONSTRAINT fk_notebooks_parent FOREIGN KEY(parent_id) REFERENCES notebooks (id) ON DELETE CASCADE
);
INSERT INTO "notebooks" VALUES(1,'Inbox',NULL);
INSERT INTO "notebooks" VALUES(2,'It''s "done"',NULL);
INSERT INTO "notebooks" VALUES(7,'Work',NULL);
INSERT INTO "notebooks" VALUES(10,'Drafts',7);
CREATE TABLE "notes" (
	id INTEGER NOT NULL, 
	slug VARCHAR(60) NOT NULL, 
	title VARCHAR(200) DEFAULT 'Untitled' NOT NULL, 
	body TEXT, 
	created_at DATETIME DEFAULT (CURRENT_TIMESTAMP) NOT NULL, 
	notebook_id INTEGER DEFAULT '1' NOT NULL, 
	archived BOOLEAN DEFAULT 0 NOT NULL, 
	author VARCHAR(80), 
	PRIMARY KEY (id), 
	CONSTRAINT ck_notes_slug CHECK (length(slug) > 0), 
	CONSTRAINT uq_notes_slug UNIQUE (slug), 
	CONSTRAINT fk_notes_notebook FOREIGN KEY(notebook_id) REFERENCES notebooks (id) ON DELETE RESTRICT
);
INSERT INTO "notes" VALUES(1,'first','First','','2024-01-01 00:00:00',1,0,'Ada');
INSERT INTO "notes" VALUES(2,'second','It''s; a "second" one','a
b','2024-01-02 00:00:00',7,1,'Bo');
INSERT INTO "notes" VALUES(5,'fifth','Fünf','100%','2024-01-03 00:00:00',10,0,NULL);
INSERT INTO "notes" VALUES(6,'sixth','Six','','2024-01-04 00:00:00',1,1,'Ada');
CREATE TABLE "tags" (
	name VARCHAR(30) NOT NULL, 
	colour VARCHAR(7) DEFAULT '#808080' NOT NULL, 
	CONSTRAINT pk_tags PRIMARY KEY (name), 
	CONSTRAINT uq_tags_colour UNIQUE (colour)
);
INSERT INTO "tags" VALUES('red','#ff0000');
INSERT INTO "tags" VALUES('Grey','#000002');
DELETE FROM "sqlite_sequence";
INSERT INTO "sqlite_sequence" VALUES('notebooks',10);
COMMIT;
