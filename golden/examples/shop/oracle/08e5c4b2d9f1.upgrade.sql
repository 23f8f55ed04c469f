-- Running upgrade b1d7f3096c4e -> 08e5c4b2d9f1

ALTER TABLE users MODIFY new_status NOT NULL

/

UPDATE alembic_version SET version_num='08e5c4b2d9f1' WHERE alembic_version.version_num = 'b1d7f3096c4e'

/

