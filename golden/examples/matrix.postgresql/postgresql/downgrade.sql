BEGIN;

-- Running downgrade m04 -> m03

ALTER TABLE "Changed" DROP CONSTRAINT fk_there;

DROP INDEX other.ix_there;

DROP TABLE other.there;

DROP SCHEMA other;

ALTER TABLE "Changed" RENAME TO changing;

COMMENT ON TABLE changing IS NULL;

DROP TABLE changing;

UPDATE alembic_version SET version_num='m03' WHERE alembic_version.version_num = 'm04';

-- Running downgrade m03 -> m02

COMMIT;

DROP INDEX CONCURRENTLY ix_quietly;

BEGIN;

DROP INDEX IF EXISTS ix_hash;

DROP INDEX ix_plain;

DROP TABLE things;

UPDATE alembic_version SET version_num='m02' WHERE alembic_version.version_num = 'm03';

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

-- Running downgrade m01 -> 

DROP TABLE every_type;

DROP DOMAIN positive;

DROP TYPE plain_enum;

DROP TYPE level;

DELETE FROM alembic_version WHERE alembic_version.version_num = 'm01';

COMMIT;

