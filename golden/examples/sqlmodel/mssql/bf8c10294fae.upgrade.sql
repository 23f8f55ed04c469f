BEGIN TRANSACTION;

-- Running upgrade ae7b0f183e9d -> bf8c10294fae

ALTER TABLE [user] ADD email_verified BIT NULL;

GO

ALTER TABLE [user] ADD email_verified_at DATETIME NULL;

GO

UPDATE "user"
                SET email_verified = false
                WHERE email_verified IS NULL
                AND id IN (
                    SELECT id FROM "user"
                    WHERE email_verified IS NULL
                    ORDER BY id
                    LIMIT 1000
                );

GO

UPDATE "user"
                SET email_verified = false
                WHERE email_verified IS NULL
                AND id IN (
                    SELECT id FROM "user"
                    WHERE email_verified IS NULL
                    ORDER BY id
                    LIMIT 1000
                );

GO

UPDATE "user"
                SET email_verified = false
                WHERE email_verified IS NULL
                AND id IN (
                    SELECT id FROM "user"
                    WHERE email_verified IS NULL
                    ORDER BY id
                    LIMIT 1000
                );

GO

UPDATE "user" SET email_verified = false WHERE email_verified IS NULL;

GO

UPDATE alembic_version SET version_num='bf8c10294fae' WHERE alembic_version.version_num = 'ae7b0f183e9d';

GO

COMMIT;

GO

