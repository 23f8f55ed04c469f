-- Running downgrade c09d213a50bf -> bf8c10294fae

ALTER TABLE "user" ADD COLUMN password VARCHAR;

UPDATE "user" SET password = hashed_password;

ALTER TABLE "user" DROP COLUMN hashed_password;

UPDATE alembic_version SET version_num='bf8c10294fae' WHERE alembic_version.version_num = 'c09d213a50bf';

