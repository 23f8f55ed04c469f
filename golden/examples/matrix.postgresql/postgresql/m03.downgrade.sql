BEGIN;

-- Running downgrade m03 -> m02

COMMIT;

DROP INDEX CONCURRENTLY ix_quietly;

BEGIN;

DROP INDEX IF EXISTS ix_hash;

DROP INDEX ix_plain;

DROP TABLE things;

UPDATE alembic_version SET version_num='m02' WHERE alembic_version.version_num = 'm03';

COMMIT;

