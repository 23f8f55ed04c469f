-- Running upgrade 08e5c4b2d9f1 -> f9a36d18e205

ALTER TABLE users DROP COLUMN old_status;

UPDATE alembic_version SET version_num='f9a36d18e205' WHERE alembic_version.version_num = '08e5c4b2d9f1';

