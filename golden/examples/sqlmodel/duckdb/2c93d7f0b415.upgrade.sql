-- Running upgrade 1b52e0c9a6d8 -> 2c93d7f0b415

ALTER TABLE "user" ADD COLUMN role VARCHAR(50);

UPDATE "user" SET role = 'user' WHERE role IS NULL;

ALTER TABLE "user" ALTER COLUMN role SET NOT NULL;

UPDATE alembic_version SET version_num='2c93d7f0b415' WHERE alembic_version.version_num = '1b52e0c9a6d8';

