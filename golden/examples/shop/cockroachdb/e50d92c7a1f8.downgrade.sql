-- Running downgrade e50d92c7a1f8 -> 713fe0a4b9d6

ALTER TABLE orders DROP COLUMN currency;

UPDATE alembic_version SET version_num='713fe0a4b9d6' WHERE alembic_version.version_num = 'e50d92c7a1f8';

