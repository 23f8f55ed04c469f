-- Running downgrade 6a37cbd4fa59 -> 5f26bac3e948

DROP INDEX idx_user_email_username;

UPDATE alembic_version SET version_num='5f26bac3e948' WHERE alembic_version.version_num = '6a37cbd4fa59';

