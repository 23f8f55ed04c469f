-- Running downgrade m04 -> m03

ALTER TABLE "Changed" RENAME TO changing;

DROP TABLE changing;

UPDATE alembic_version SET version_num='m03' WHERE alembic_version.version_num = 'm04';

-- Running downgrade m03 -> m02

DROP INDEX IF EXISTS ix_odd;

DROP INDEX ix_plain;

DROP TABLE things;

UPDATE alembic_version SET version_num='m02' WHERE alembic_version.version_num = 'm03';

-- Running downgrade m02 -> m01

DROP TABLE IF EXISTS twice;

DROP TABLE strict;

DROP TABLE keyed;

DROP TABLE "Children";

DROP TABLE parents;

UPDATE alembic_version SET version_num='m01' WHERE alembic_version.version_num = 'm02';

-- Running downgrade m01 -> 

DROP TABLE every_type;

DELETE FROM alembic_version WHERE alembic_version.version_num = 'm01';

