BEGIN TRANSACTION;

-- Running downgrade a02d6f8e3a21 -> a01c5e7d2f10

ALTER TABLE notes DROP CONSTRAINT fk_notes_notebook;

GO

ALTER TABLE notes DROP COLUMN archived;

GO

ALTER TABLE notes DROP COLUMN notebook_id;

GO

DELETE FROM notebooks WHERE notebooks.id IN (1, 2);

GO

UPDATE alembic_version SET version_num='a01c5e7d2f10' WHERE alembic_version.version_num = 'a02d6f8e3a21';

GO

COMMIT;

GO

