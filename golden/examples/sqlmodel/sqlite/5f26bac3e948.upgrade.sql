-- Running upgrade 4e15a9b2d837 -> 5f26bac3e948

CREATE TABLE post (
    id INTEGER NOT NULL, 
    title VARCHAR(200) NOT NULL, 
    PRIMARY KEY (id)
);

ALTER TABLE post ADD COLUMN user_id INTEGER;

CREATE TABLE _alembic_tmp_post (
    id INTEGER NOT NULL, 
    title VARCHAR(200) NOT NULL, 
    user_id INTEGER, 
    PRIMARY KEY (id), 
    CONSTRAINT fk_post_user_id FOREIGN KEY(user_id) REFERENCES user (id) ON DELETE CASCADE
);

INSERT INTO _alembic_tmp_post (id, title, user_id) SELECT post.id, post.title, post.user_id 
FROM post;

DROP TABLE post;

ALTER TABLE _alembic_tmp_post RENAME TO post;

UPDATE alembic_version SET version_num='5f26bac3e948' WHERE alembic_version.version_num = '4e15a9b2d837';

