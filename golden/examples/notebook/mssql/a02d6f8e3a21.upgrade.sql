BEGIN TRANSACTION;

-- Running upgrade a01c5e7d2f10 -> a02d6f8e3a21

SET IDENTITY_INSERT notebooks ON;

GO

INSERT INTO notebooks (id, title) VALUES (1, 'Inbox');

GO

INSERT INTO notebooks (id, title) VALUES (2, 'It''s "done"');

GO

SET IDENTITY_INSERT notebooks OFF;

GO

ALTER TABLE notes ADD notebook_id INTEGER NOT NULL DEFAULT '1';

GO

ALTER TABLE notes ADD archived BIT NOT NULL DEFAULT 0;

GO

ALTER TABLE notes ADD CONSTRAINT fk_notes_notebook FOREIGN KEY(notebook_id) REFERENCES notebooks (id) ON DELETE RESTRICT;

GO

UPDATE alembic_version SET version_num='a02d6f8e3a21' WHERE alembic_version.version_num = 'a01c5e7d2f10';

GO

COMMIT;

GO

