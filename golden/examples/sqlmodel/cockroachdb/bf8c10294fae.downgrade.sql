-- Running downgrade bf8c10294fae -> ae7b0f183e9d

ALTER TABLE "user" DROP COLUMN email_verified_at;

ALTER TABLE "user" DROP COLUMN email_verified;

UPDATE alembic_version SET version_num='ae7b0f183e9d' WHERE alembic_version.version_num = 'bf8c10294fae';

