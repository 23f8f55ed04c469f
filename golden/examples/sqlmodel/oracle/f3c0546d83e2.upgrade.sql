-- Running upgrade e2bf435c72d1 -> f3c0546d83e2

ALTER TABLE "user" MODIFY new_email NOT NULL

/

UPDATE alembic_version SET version_num='f3c0546d83e2' WHERE alembic_version.version_num = 'e2bf435c72d1'

/

