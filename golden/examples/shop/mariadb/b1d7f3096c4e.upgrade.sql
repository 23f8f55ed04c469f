-- Running upgrade 5f2c90e7ad16 -> b1d7f3096c4e

UPDATE users
        SET new_status = CASE
            WHEN old_status = 'A' THEN 'active'
            WHEN old_status = 'I' THEN 'inactive'
            ELSE 'unknown'
        END
        WHERE new_status IS NULL;

UPDATE alembic_version SET version_num='b1d7f3096c4e' WHERE alembic_version.version_num = '5f2c90e7ad16';

