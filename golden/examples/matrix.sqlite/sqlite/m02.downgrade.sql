-- Running downgrade m02 -> m01

DROP TABLE IF EXISTS twice;

DROP TABLE strict;

DROP TABLE keyed;

DROP TABLE "Children";

DROP TABLE parents;

UPDATE alembic_version SET version_num='m01' WHERE alembic_version.version_num = 'm02';

