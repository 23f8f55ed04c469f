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

COMMIT;

