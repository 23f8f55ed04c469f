-- Running downgrade 1b52e0c9a6d8 -> 0abc1230f4d7

ALTER TABLE "user" DROP COLUMN phone_number

/

UPDATE alembic_version SET version_num='0abc1230f4d7' WHERE alembic_version.version_num = '1b52e0c9a6d8'

/

