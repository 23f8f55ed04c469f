-- Running upgrade 0abc1230f4d7 -> 1b52e0c9a6d8

ALTER TABLE "user" ADD phone_number VARCHAR2(20 CHAR)

/

UPDATE alembic_version SET version_num='1b52e0c9a6d8' WHERE alembic_version.version_num = '0abc1230f4d7'

/

