-- Running upgrade ae7b0f183e9d -> bf8c10294fae

ALTER TABLE "user" ADD COLUMN email_verified BOOLEAN;

ALTER TABLE "user" ADD COLUMN email_verified_at TIMESTAMP WITHOUT TIME ZONE;

UPDATE "user"
                SET email_verified = false
                WHERE email_verified IS NULL
                AND id IN (
                    SELECT id FROM "user"
                    WHERE email_verified IS NULL
                    ORDER BY id
                    LIMIT 1000
                );

UPDATE "user"
                SET email_verified = false
                WHERE email_verified IS NULL
                AND id IN (
                    SELECT id FROM "user"
                    WHERE email_verified IS NULL
                    ORDER BY id
                    LIMIT 1000
                );

UPDATE "user"
                SET email_verified = false
                WHERE email_verified IS NULL
                AND id IN (
                    SELECT id FROM "user"
                    WHERE email_verified IS NULL
                    ORDER BY id
                    LIMIT 1000
                );

UPDATE "user" SET email_verified = false WHERE email_verified IS NULL;

UPDATE alembic_version SET version_num='bf8c10294fae' WHERE alembic_version.version_num = 'ae7b0f183e9d';

