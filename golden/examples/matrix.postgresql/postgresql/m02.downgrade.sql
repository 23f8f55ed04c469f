BEGIN;

-- Running downgrade m02 -> m01

ALTER TABLE inherits DROP CONSTRAINT fk_more;

ALTER TABLE inherits DROP CONSTRAINT ck_more;

ALTER TABLE inherits DROP CONSTRAINT uq_more;

DROP TABLE inherits;

DROP TABLE filled;

DROP TABLE unlogged;

DROP TABLE partitioned;

DROP TABLE "Children";

DROP TABLE parents;

UPDATE alembic_version SET version_num='m01' WHERE alembic_version.version_num = 'm02';

COMMIT;

