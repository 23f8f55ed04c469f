-- Running downgrade 26f38790b615 -> 15e2768fa504

DROP INDEX ix_user_email;

ALTER TABLE post DROP COLUMN summary;

ALTER TABLE post RENAME headline TO title;

UPDATE alembic_version SET version_num='15e2768fa504' WHERE alembic_version.version_num = '26f38790b615';

-- Running downgrade 15e2768fa504 -> 04d1657e94f3

ALTER TABLE "user" RENAME email TO new_email;

UPDATE alembic_version SET version_num='04d1657e94f3' WHERE alembic_version.version_num = '15e2768fa504';

-- Running downgrade 04d1657e94f3 -> f3c0546d83e2

ALTER TABLE "user" ADD COLUMN email VARCHAR;

UPDATE "user" SET email = new_email;

ALTER TABLE "user" ALTER COLUMN email SET NOT NULL;

CREATE UNIQUE INDEX ix_user_email ON "user" (email);

CREATE INDEX idx_user_email_username ON "user" (email, username);

ALTER TABLE "user" ADD CONSTRAINT uq_user_email UNIQUE (email);

UPDATE alembic_version SET version_num='f3c0546d83e2' WHERE alembic_version.version_num = '04d1657e94f3';

-- Running downgrade f3c0546d83e2 -> e2bf435c72d1

ALTER TABLE "user" ALTER COLUMN new_email DROP NOT NULL;

UPDATE alembic_version SET version_num='e2bf435c72d1' WHERE alembic_version.version_num = 'f3c0546d83e2';

-- Running downgrade e2bf435c72d1 -> d1ae324b61c0

UPDATE alembic_version SET version_num='d1ae324b61c0' WHERE alembic_version.version_num = 'e2bf435c72d1';

-- Running downgrade d1ae324b61c0 -> c09d213a50bf

ALTER TABLE "user" DROP COLUMN new_email;

UPDATE alembic_version SET version_num='c09d213a50bf' WHERE alembic_version.version_num = 'd1ae324b61c0';

-- Running downgrade c09d213a50bf -> bf8c10294fae

ALTER TABLE "user" ADD COLUMN password VARCHAR;

UPDATE "user" SET password = hashed_password;

ALTER TABLE "user" DROP COLUMN hashed_password;

UPDATE alembic_version SET version_num='bf8c10294fae' WHERE alembic_version.version_num = 'c09d213a50bf';

-- Running downgrade bf8c10294fae -> ae7b0f183e9d

ALTER TABLE "user" DROP COLUMN email_verified_at;

ALTER TABLE "user" DROP COLUMN email_verified;

UPDATE alembic_version SET version_num='ae7b0f183e9d' WHERE alembic_version.version_num = 'bf8c10294fae';

-- Running downgrade ae7b0f183e9d -> 9d6afe072d8c

DELETE FROM task WHERE task.title LIKE 'Welcome task for %';

UPDATE alembic_version SET version_num='9d6afe072d8c' WHERE alembic_version.version_num = 'ae7b0f183e9d';

-- Running downgrade 9d6afe072d8c -> 8c59edf61c7b

UPDATE "user" SET is_active = NULL WHERE is_active = true;

UPDATE alembic_version SET version_num='8c59edf61c7b' WHERE alembic_version.version_num = '9d6afe072d8c';

-- Running downgrade 8c59edf61c7b -> 7b48dce50b6a

DROP INDEX idx_task_user_id;

DROP TABLE task;

UPDATE alembic_version SET version_num='7b48dce50b6a' WHERE alembic_version.version_num = '8c59edf61c7b';

-- Running downgrade 7b48dce50b6a -> 6a37cbd4fa59

ALTER TABLE "user" DROP CONSTRAINT uq_user_email;

UPDATE alembic_version SET version_num='6a37cbd4fa59' WHERE alembic_version.version_num = '7b48dce50b6a';

-- Running downgrade 6a37cbd4fa59 -> 5f26bac3e948

DROP INDEX idx_user_email_username;

UPDATE alembic_version SET version_num='5f26bac3e948' WHERE alembic_version.version_num = '6a37cbd4fa59';

-- Running downgrade 5f26bac3e948 -> 4e15a9b2d837

ALTER TABLE post DROP CONSTRAINT fk_post_user_id;

ALTER TABLE post DROP COLUMN user_id;

DROP TABLE post;

UPDATE alembic_version SET version_num='4e15a9b2d837' WHERE alembic_version.version_num = '5f26bac3e948';

-- Running downgrade 4e15a9b2d837 -> 3d04f8a1c726

ALTER TABLE "user" ALTER COLUMN age TYPE INTEGER;

UPDATE alembic_version SET version_num='3d04f8a1c726' WHERE alembic_version.version_num = '4e15a9b2d837';

-- Running downgrade 3d04f8a1c726 -> 2c93d7f0b415

ALTER TABLE "user" RENAME full_name TO name;

UPDATE alembic_version SET version_num='2c93d7f0b415' WHERE alembic_version.version_num = '3d04f8a1c726';

-- Running downgrade 2c93d7f0b415 -> 1b52e0c9a6d8

ALTER TABLE "user" DROP COLUMN role;

UPDATE alembic_version SET version_num='1b52e0c9a6d8' WHERE alembic_version.version_num = '2c93d7f0b415';

-- Running downgrade 1b52e0c9a6d8 -> 0abc1230f4d7

ALTER TABLE "user" DROP COLUMN phone_number;

UPDATE alembic_version SET version_num='0abc1230f4d7' WHERE alembic_version.version_num = '1b52e0c9a6d8';

-- Running downgrade 0abc1230f4d7 -> 

DROP INDEX ix_user_username;

DROP INDEX ix_user_email;

DROP TABLE "user";

DELETE FROM alembic_version WHERE alembic_version.version_num = '0abc1230f4d7';

