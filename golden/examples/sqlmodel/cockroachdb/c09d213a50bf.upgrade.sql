-- Running upgrade bf8c10294fae -> c09d213a50bf

ALTER TABLE "user" ADD COLUMN hashed_password VARCHAR;

UPDATE "user" SET hashed_password = password;

ALTER TABLE "user" DROP COLUMN password;

UPDATE alembic_version SET version_num='c09d213a50bf' WHERE alembic_version.version_num = 'bf8c10294fae';

