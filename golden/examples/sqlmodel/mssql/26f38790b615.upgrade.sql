BEGIN TRANSACTION;

-- Running upgrade 15e2768fa504 -> 26f38790b615

ALTER TABLE post ADD summary VARCHAR(max) NULL;

GO

EXEC sp_rename 'post.title', headline, 'COLUMN';

GO

CREATE UNIQUE INDEX ix_user_email ON [user] (email);

GO

UPDATE alembic_version SET version_num='26f38790b615' WHERE alembic_version.version_num = '15e2768fa504';

GO

COMMIT;

GO

