BEGIN TRANSACTION;

-- Running downgrade 8c59edf61c7b -> 7b48dce50b6a

DROP INDEX idx_task_user_id ON task;

GO

DROP TABLE task;

GO

UPDATE alembic_version SET version_num='7b48dce50b6a' WHERE alembic_version.version_num = '8c59edf61c7b';

GO

COMMIT;

GO

