-- Running downgrade 08e5c4b2d9f1 -> b1d7f3096c4e

ALTER TABLE users ALTER COLUMN new_status DROP NOT NULL;

UPDATE alembic_version SET version_num='b1d7f3096c4e' WHERE alembic_version.version_num = '08e5c4b2d9f1';

