-- Running upgrade 8c59edf61c7b -> 9d6afe072d8c

UPDATE "user" SET is_active = true WHERE is_active IS NULL;

UPDATE alembic_version SET version_num='9d6afe072d8c' WHERE alembic_version.version_num = '8c59edf61c7b';

