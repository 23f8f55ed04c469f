-- Running downgrade 8c59edf61c7b -> 7b48dce50b6a

DROP INDEX idx_task_user_id;

DROP TABLE task;

UPDATE alembic_version SET version_num='7b48dce50b6a' WHERE alembic_version.version_num = '8c59edf61c7b';

