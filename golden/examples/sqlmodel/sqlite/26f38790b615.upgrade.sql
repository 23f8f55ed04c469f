-- Running upgrade 15e2768fa504 -> 26f38790b615

CREATE TABLE _alembic_tmp_post (
    id INTEGER NOT NULL, 
    headline VARCHAR(200) NOT NULL, 
    user_id INTEGER, 
    summary VARCHAR, 
    PRIMARY KEY (id), 
    CONSTRAINT fk_post_user_id FOREIGN KEY(user_id) REFERENCES user (id) ON DELETE CASCADE
);

INSERT INTO _alembic_tmp_post (id, headline, user_id) SELECT post.id, post.title, post.user_id 
FROM post;

DROP TABLE post;

ALTER TABLE _alembic_tmp_post RENAME TO post;

CREATE UNIQUE INDEX ix_user_email ON user (email);

UPDATE alembic_version SET version_num='26f38790b615' WHERE alembic_version.version_num = '15e2768fa504';

