-- Running downgrade m03 -> m02

DROP INDEX IF EXISTS ix_odd;

DROP INDEX ix_plain;

DROP TABLE things;

UPDATE alembic_version SET version_num='m02' WHERE alembic_version.version_num = 'm03';

