-- Running downgrade 5f26bac3e948 -> 4e15a9b2d837

CREATE TABLE _alembic_tmp_post (
    id INTEGER NOT NULL, 
    title VARCHAR(200) NOT NULL, 
    user_id INTEGER, 
    PRIMARY KEY (id)
);

INSERT INTO _alembic_tmp_post (id, title, user_id) SELECT post.id, post.title, post.user_id 
FROM post;

DROP TABLE post;

ALTER TABLE _alembic_tmp_post RENAME TO post;

ALTER TABLE post DROP COLUMN user_id;

DROP TABLE post;

UPDATE alembic_version SET version_num='4e15a9b2d837' WHERE alembic_version.version_num = '5f26bac3e948';

