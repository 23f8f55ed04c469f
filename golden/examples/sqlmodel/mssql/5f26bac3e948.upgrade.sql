BEGIN TRANSACTION;

-- Running upgrade 4e15a9b2d837 -> 5f26bac3e948

CREATE TABLE post (
    id INTEGER NOT NULL IDENTITY, 
    title VARCHAR(200) NOT NULL, 
    PRIMARY KEY (id)
);

GO

ALTER TABLE post ADD user_id INTEGER NULL;

GO

ALTER TABLE post ADD CONSTRAINT fk_post_user_id FOREIGN KEY(user_id) REFERENCES [user] (id) ON DELETE CASCADE;

GO

UPDATE alembic_version SET version_num='5f26bac3e948' WHERE alembic_version.version_num = '4e15a9b2d837';

GO

COMMIT;

GO

