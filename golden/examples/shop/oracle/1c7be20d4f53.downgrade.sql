-- Running downgrade 1c7be20d4f53 -> 789abc012def

DROP TABLE orders

/

DROP TABLE addresses

/

DROP TABLE products

/

UPDATE alembic_version SET version_num='789abc012def' WHERE alembic_version.version_num = '1c7be20d4f53'

/

