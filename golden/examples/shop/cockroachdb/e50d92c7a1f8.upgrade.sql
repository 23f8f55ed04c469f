-- Running upgrade 713fe0a4b9d6 -> e50d92c7a1f8

ALTER TABLE orders ADD COLUMN currency VARCHAR(3) DEFAULT 'EUR';

UPDATE orders
            SET currency = 'EUR'
            WHERE currency IS NULL
            AND created_at < DATE '2024-01-01';

UPDATE orders
            SET currency = 'EUR'
            WHERE currency IS NULL
            AND created_at < DATE '2024-02-01';

UPDATE orders
            SET currency = 'EUR'
            WHERE currency IS NULL
            AND created_at < DATE '2024-03-01';

UPDATE orders
            SET currency = 'EUR'
            WHERE currency IS NULL
            AND created_at < DATE '2024-04-01';

UPDATE alembic_version SET version_num='e50d92c7a1f8' WHERE alembic_version.version_num = '713fe0a4b9d6';

