-- Running downgrade 26f38790b615 -> 15e2768fa504

DROP INDEX ix_user_email;

CREATE TABLE _alembic_tmp_post (
    id INTEGER NOT NULL, 
    title VARCHAR(200) NOT NULL, 
    user_id INTEGER, 
    PRIMARY KEY (id), 
    CONSTRAINT fk_post_user_id FOREIGN KEY(user_id) REFERENCES user (id) ON DELETE CASCADE
);

INSERT INTO _alembic_tmp_post (id, title, user_id) SELECT post.id, post.headline, post.user_id 
FROM post;

DROP TABLE post;

ALTER TABLE _alembic_tmp_post RENAME TO post;

UPDATE alembic_version SET version_num='15e2768fa504' WHERE alembic_version.version_num = '26f38790b615';

