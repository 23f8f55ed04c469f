-- Running upgrade 003_add_email -> 004_migrate_legacy_data

INSERT INTO user_profiles (user_id, created_at, updated_at)
            SELECT id, NOW(), NOW() FROM (
                SELECT id FROM users WHERE profile_id IS NULL
                ORDER BY id LIMIT 1000 OFFSET 0
            ) AS batch;

INSERT INTO user_profiles (user_id, created_at, updated_at)
            SELECT id, NOW(), NOW() FROM (
                SELECT id FROM users WHERE profile_id IS NULL
                ORDER BY id LIMIT 1000 OFFSET 1000
            ) AS batch;

INSERT INTO user_profiles (user_id, created_at, updated_at)
            SELECT id, NOW(), NOW() FROM (
                SELECT id FROM users WHERE profile_id IS NULL
                ORDER BY id LIMIT 1000 OFFSET 2000
            ) AS batch;

DO $$
        BEGIN
            IF (SELECT COUNT(*) FROM user_profiles) < (SELECT COUNT(*) FROM users) THEN
                RAISE EXCEPTION 'Migration failed: users without a profile';
            END IF;
        END
        $$;

UPDATE alembic_version SET version_num='004_migrate_legacy_data' WHERE alembic_version.version_num = '003_add_email';

