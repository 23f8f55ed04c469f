-- Running downgrade m03 -> m02

ALTER TABLE note DROP COLUMN `by`;

UPDATE alembic_version SET version_num='m02' WHERE alembic_version.version_num = 'm03';

