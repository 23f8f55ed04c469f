BEGIN TRANSACTION;

-- Running upgrade a09ed0f0b198 -> a10fe1a1c2a9

EXEC sp_rename 'attachments.kind', media_type, 'COLUMN';

GO

EXEC sp_rename 'people', authors;

GO

UPDATE tags SET colour = NULL WHERE colour = '#808080';

GO

UPDATE alembic_version SET version_num='a10fe1a1c2a9' WHERE alembic_version.version_num = 'a09ed0f0b198';

GO

COMMIT;

GO

