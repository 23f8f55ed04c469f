-- Running upgrade a5d0c9e81b27 -> c2f41d6a9e30

ALTER TABLE users ADD COLUMN full_name VARCHAR(255);

UPDATE users
            SET full_name = CONCAT(first_name, ' ', last_name)
            WHERE first_name IS NOT NULL AND last_name IS NOT NULL;

UPDATE users SET full_name = NULL WHERE full_name IS NULL;

ALTER TABLE users ALTER COLUMN full_name SET NOT NULL;

UPDATE alembic_version SET version_num='c2f41d6a9e30' WHERE alembic_version.version_num = 'a5d0c9e81b27';

