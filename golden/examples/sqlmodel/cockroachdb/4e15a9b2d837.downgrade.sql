-- Running downgrade 4e15a9b2d837 -> 3d04f8a1c726

ALTER TABLE "user" ALTER COLUMN age TYPE INTEGER USING age::integer;

UPDATE alembic_version SET version_num='3d04f8a1c726' WHERE alembic_version.version_num = '4e15a9b2d837';

