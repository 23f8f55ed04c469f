-- Running downgrade 3d04f8a1c726 -> 2c93d7f0b415

ALTER TABLE "user" RENAME full_name TO name;

UPDATE alembic_version SET version_num='2c93d7f0b415' WHERE alembic_version.version_num = '3d04f8a1c726';

