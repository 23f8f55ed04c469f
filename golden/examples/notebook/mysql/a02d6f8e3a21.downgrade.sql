-- Running downgrade a02d6f8e3a21 -> a01c5e7d2f10

ALTER TABLE notes DROP FOREIGN KEY fk_notes_notebook;

ALTER TABLE notes DROP COLUMN archived;

ALTER TABLE notes DROP COLUMN notebook_id;

DELETE FROM notebooks WHERE notebooks.id IN (1, 2);

UPDATE alembic_version SET version_num='a01c5e7d2f10' WHERE alembic_version.version_num = 'a02d6f8e3a21';

