BEGIN TRANSACTION;

-- Running downgrade a10fe1a1c2a9 -> a09ed0f0b198

UPDATE tags SET colour = '#' || substr('000000' || rowid, -6) WHERE colour IS NULL;

GO

EXEC sp_rename 'authors', people;

GO

EXEC sp_rename 'attachments.media_type', kind, 'COLUMN';

GO

UPDATE alembic_version SET version_num='a09ed0f0b198' WHERE alembic_version.version_num = 'a10fe1a1c2a9';

GO

COMMIT;

GO

