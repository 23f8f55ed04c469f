-- Running downgrade ae7b0f183e9d -> 9d6afe072d8c

DELETE FROM task WHERE task.title LIKE 'Welcome task for %';

UPDATE alembic_version SET version_num='9d6afe072d8c' WHERE alembic_version.version_num = 'ae7b0f183e9d';

