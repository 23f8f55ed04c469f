BEGIN;

-- Running upgrade a01c5e7d2f10 -> a02d6f8e3a21

INSERT INTO notebooks (id, title) VALUES (1, 'Inbox');

INSERT INTO notebooks (id, title) VALUES (2, 'It''s "done"');

ALTER TABLE notes ADD COLUMN notebook_id INTEGER DEFAULT '1' NOT NULL;

ALTER TABLE notes ADD COLUMN archived BOOLEAN DEFAULT false NOT NULL;

ALTER TABLE notes ADD CONSTRAINT fk_notes_notebook FOREIGN KEY(notebook_id) REFERENCES notebooks (id) ON DELETE RESTRICT;

UPDATE alembic_version SET version_num='a02d6f8e3a21' WHERE alembic_version.version_num = 'a01c5e7d2f10';

COMMIT;

