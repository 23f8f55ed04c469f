-- Running upgrade b1d7f3096c4e -> 08e5c4b2d9f1

ALTER TABLE users ALTER COLUMN new_status SET NOT NULL;

UPDATE alembic_version SET version_num='08e5c4b2d9f1' WHERE alembic_version.version_num = 'b1d7f3096c4e';

