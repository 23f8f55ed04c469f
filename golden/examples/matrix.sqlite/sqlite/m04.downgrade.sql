-- Running downgrade m04 -> m03

ALTER TABLE "Changed" RENAME TO changing;

DROP TABLE changing;

UPDATE alembic_version SET version_num='m03' WHERE alembic_version.version_num = 'm04';

