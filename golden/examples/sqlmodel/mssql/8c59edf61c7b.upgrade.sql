BEGIN TRANSACTION;

-- Running upgrade 7b48dce50b6a -> 8c59edf61c7b

CREATE TABLE task (
    id INTEGER NOT NULL IDENTITY, 
    title VARCHAR(200) NOT NULL, 
    description TEXT NULL, 
    completed BIT NOT NULL DEFAULT 'false', 
    user_id INTEGER NOT NULL, 
    created_at DATETIME NOT NULL, 
    PRIMARY KEY (id), 
    FOREIGN KEY(user_id) REFERENCES [user] (id) ON DELETE CASCADE
);

GO

CREATE INDEX idx_task_user_id ON task (user_id);

GO

UPDATE alembic_version SET version_num='8c59edf61c7b' WHERE alembic_version.version_num = '7b48dce50b6a';

GO

COMMIT;

GO

