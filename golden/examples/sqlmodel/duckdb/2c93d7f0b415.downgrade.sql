-- Running downgrade 2c93d7f0b415 -> 1b52e0c9a6d8

ALTER TABLE "user" DROP COLUMN role;

UPDATE alembic_version SET version_num='1b52e0c9a6d8' WHERE alembic_version.version_num = '2c93d7f0b415';

