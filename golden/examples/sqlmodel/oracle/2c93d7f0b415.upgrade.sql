-- Running upgrade 1b52e0c9a6d8 -> 2c93d7f0b415

ALTER TABLE "user" ADD role VARCHAR2(50 CHAR)

/

UPDATE "user" SET role = 'user' WHERE role IS NULL

/

ALTER TABLE "user" MODIFY role NOT NULL

/

UPDATE alembic_version SET version_num='2c93d7f0b415' WHERE alembic_version.version_num = '1b52e0c9a6d8'

/

