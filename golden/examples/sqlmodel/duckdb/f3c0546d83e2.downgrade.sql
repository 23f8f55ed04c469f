-- Running downgrade f3c0546d83e2 -> e2bf435c72d1

ALTER TABLE "user" ALTER COLUMN new_email DROP NOT NULL;

UPDATE alembic_version SET version_num='e2bf435c72d1' WHERE alembic_version.version_num = 'f3c0546d83e2';

