BEGIN TRANSACTION;

-- Running upgrade 5f26bac3e948 -> 6a37cbd4fa59

CREATE INDEX idx_user_email_username ON [user] (email, username);

GO

UPDATE alembic_version SET version_num='6a37cbd4fa59' WHERE alembic_version.version_num = '5f26bac3e948';

GO

COMMIT;

GO

