BEGIN TRANSACTION;

-- Running downgrade 26f38790b615 -> 15e2768fa504

DROP INDEX ix_user_email ON [user];

GO

ALTER TABLE post DROP COLUMN summary;

GO

EXEC sp_rename 'post.headline', title, 'COLUMN';

GO

UPDATE alembic_version SET version_num='15e2768fa504' WHERE alembic_version.version_num = '26f38790b615';

GO

COMMIT;

GO

