BEGIN;

-- Running upgrade c4a90d7718be -> d17be2503c9f

CREATE INDEX CONCURRENTLY idx_users_email ON users(email);

UPDATE alembic_version SET version_num='d17be2503c9f' WHERE alembic_version.version_num = 'c4a90d7718be';

COMMIT;

