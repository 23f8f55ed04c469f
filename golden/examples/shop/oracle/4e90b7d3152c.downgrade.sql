-- Running downgrade 4e90b7d3152c -> c2f41d6a9e30

ALTER TABLE products MODIFY price NUMERIC(10, 2)

/

ALTER TABLE products DROP COLUMN description

/

UPDATE alembic_version SET version_num='c2f41d6a9e30' WHERE alembic_version.version_num = '4e90b7d3152c'

/

