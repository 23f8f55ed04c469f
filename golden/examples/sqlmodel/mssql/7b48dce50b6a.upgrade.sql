BEGIN TRANSACTION;

-- Running upgrade 6a37cbd4fa59 -> 7b48dce50b6a

ALTER TABLE [user] ADD CONSTRAINT uq_user_email UNIQUE (email);

GO

UPDATE alembic_version SET version_num='7b48dce50b6a' WHERE alembic_version.version_num = '6a37cbd4fa59';

GO

COMMIT;

GO

