-- Running upgrade 7b48dce50b6a -> 8c59edf61c7b

CREATE TABLE task (
    id INTEGER NOT NULL, 
    title VARCHAR2(200 CHAR) NOT NULL, 
    description CLOB, 
    completed BOOLEAN DEFAULT 'false' NOT NULL, 
    user_id INTEGER NOT NULL, 
    created_at DATE NOT NULL, 
    PRIMARY KEY (id), 
    FOREIGN KEY(user_id) REFERENCES "user" (id) ON DELETE CASCADE
)

/

CREATE INDEX idx_task_user_id ON task (user_id)

/

UPDATE alembic_version SET version_num='8c59edf61c7b' WHERE alembic_version.version_num = '7b48dce50b6a'

/

