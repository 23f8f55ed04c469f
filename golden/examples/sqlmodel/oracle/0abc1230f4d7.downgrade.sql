-- Running downgrade 0abc1230f4d7 -> 

DROP INDEX ix_user_username

/

DROP INDEX ix_user_email

/

DROP TABLE "user"

/

DELETE FROM alembic_version WHERE alembic_version.version_num = '0abc1230f4d7'

/

