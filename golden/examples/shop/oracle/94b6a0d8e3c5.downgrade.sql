-- Running downgrade 94b6a0d8e3c5 -> e50d92c7a1f8

DELETE FROM categories WHERE categories.name IN ('Gift cards', 'Children''s books', 'Second hand')

/

ALTER TABLE categories DROP COLUMN position

/

UPDATE alembic_version SET version_num='e50d92c7a1f8' WHERE alembic_version.version_num = '94b6a0d8e3c5'

/

