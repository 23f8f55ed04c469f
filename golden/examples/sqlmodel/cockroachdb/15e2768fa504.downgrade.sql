-- Running downgrade 15e2768fa504 -> 04d1657e94f3

ALTER TABLE "user" RENAME email TO new_email;

UPDATE alembic_version SET version_num='04d1657e94f3' WHERE alembic_version.version_num = '15e2768fa504';

