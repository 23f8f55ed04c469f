-- Running upgrade 2c93d7f0b415 -> 3d04f8a1c726

ALTER TABLE "user" RENAME COLUMN name TO full_name

/

UPDATE alembic_version SET version_num='3d04f8a1c726' WHERE alembic_version.version_num = '2c93d7f0b415'

/

