-- Running upgrade 4e90b7d3152c -> 90ac8ef7d614

ALTER TABLE orders ADD channel VARCHAR2(20 CHAR)

/

UPDATE orders
                SET channel = 'web'
                WHERE channel IS NULL
                AND id IN (
                    SELECT id FROM orders
                    WHERE channel IS NULL AND created_at < '2021-01-01'
                    ORDER BY id
                    LIMIT 1000
                )

/

UPDATE orders
                SET channel = 'web'
                WHERE channel IS NULL
                AND id IN (
                    SELECT id FROM orders
                    WHERE channel IS NULL AND created_at < '2022-01-01'
                    ORDER BY id
                    LIMIT 1000
                )

/

UPDATE orders
                SET channel = 'web'
                WHERE channel IS NULL
                AND id IN (
                    SELECT id FROM orders
                    WHERE channel IS NULL AND created_at < '2023-01-01'
                    ORDER BY id
                    LIMIT 1000
                )

/

UPDATE orders SET channel = 'web' WHERE channel IS NULL

/

ALTER TABLE orders MODIFY channel NOT NULL

/

UPDATE alembic_version SET version_num='90ac8ef7d614' WHERE alembic_version.version_num = '4e90b7d3152c'

/

