-- Running downgrade 90ac8ef7d614 -> 4e90b7d3152c

ALTER TABLE orders DROP COLUMN channel;

UPDATE alembic_version SET version_num='4e90b7d3152c' WHERE alembic_version.version_num = '90ac8ef7d614';

