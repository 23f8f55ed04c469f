-- Running upgrade 04d1657e94f3 -> 15e2768fa504

ALTER TABLE "user" RENAME COLUMN new_email TO email

/

UPDATE alembic_version SET version_num='15e2768fa504' WHERE alembic_version.version_num = '04d1657e94f3'

/

