-- Running upgrade 9d6afe072d8c -> ae7b0f183e9d

INSERT INTO task (title, description, user_id, completed, created_at) SELECT 'Welcome task for ' || "user".username AS anon_1, 'Get started with the app' AS anon_2, "user".id, false AS anon_3, now() AS now_1 
FROM "user";

UPDATE alembic_version SET version_num='ae7b0f183e9d' WHERE alembic_version.version_num = '9d6afe072d8c';

