-- Running downgrade 7b48dce50b6a -> 6a37cbd4fa59

ALTER TABLE "user" DROP CONSTRAINT uq_user_email;

UPDATE alembic_version SET version_num='6a37cbd4fa59' WHERE alembic_version.version_num = '7b48dce50b6a';

