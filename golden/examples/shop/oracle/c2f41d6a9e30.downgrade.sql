-- Running downgrade c2f41d6a9e30 -> a5d0c9e81b27

ALTER TABLE users DROP COLUMN full_name

/

UPDATE alembic_version SET version_num='a5d0c9e81b27' WHERE alembic_version.version_num = 'c2f41d6a9e30'

/

