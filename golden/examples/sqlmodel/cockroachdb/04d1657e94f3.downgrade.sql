-- Running downgrade 04d1657e94f3 -> f3c0546d83e2

ALTER TABLE "user" ADD COLUMN email VARCHAR;

UPDATE "user" SET email = new_email;

ALTER TABLE "user" ALTER COLUMN email SET NOT NULL;

CREATE UNIQUE INDEX ix_user_email ON "user" (email);

CREATE INDEX idx_user_email_username ON "user" (email, username);

ALTER TABLE "user" ADD CONSTRAINT uq_user_email UNIQUE (email);

UPDATE alembic_version SET version_num='f3c0546d83e2' WHERE alembic_version.version_num = '04d1657e94f3';

