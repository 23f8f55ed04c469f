-- Running downgrade m05 -> m04

DROP TABLE words;

UPDATE alembic_version SET version_num='m04' WHERE alembic_version.version_num = 'm05';

