-- Running upgrade c2f41d6a9e30 -> 4e90b7d3152c

ALTER TABLE products ADD COLUMN description VARCHAR(1000);

ALTER TABLE products MODIFY price NUMERIC(12, 2) NOT NULL;

UPDATE alembic_version SET version_num='4e90b7d3152c' WHERE alembic_version.version_num = 'c2f41d6a9e30';

