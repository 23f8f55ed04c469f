-- Running downgrade 5f26bac3e948 -> 4e15a9b2d837

ALTER TABLE post DROP CONSTRAINT fk_post_user_id;

ALTER TABLE post DROP COLUMN user_id;

DROP TABLE post;

UPDATE alembic_version SET version_num='4e15a9b2d837' WHERE alembic_version.version_num = '5f26bac3e948';

