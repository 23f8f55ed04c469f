BEGIN TRANSACTION;

-- Running downgrade a01c5e7d2f10 -> 

DROP TABLE note_tags;

GO

DROP TABLE tags;

GO

DROP TABLE notes;

GO

DROP TABLE notebooks;

GO

DELETE FROM alembic_version WHERE alembic_version.version_num = 'a01c5e7d2f10';

GO

COMMIT;

GO

