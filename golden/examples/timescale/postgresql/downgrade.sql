BEGIN;

-- Running downgrade 158f2694703d -> 047e15836fc2

DROP MATERIALIZED VIEW metrics_hourly;

SELECT remove_retention_policy('metrics', if_exists => TRUE);

UPDATE alembic_version SET version_num='047e15836fc2' WHERE alembic_version.version_num = '158f2694703d';

-- Running downgrade 047e15836fc2 -> f36d04725eb1

DROP TABLE metrics;

UPDATE alembic_version SET version_num='f36d04725eb1' WHERE alembic_version.version_num = '047e15836fc2';

-- Running downgrade f36d04725eb1 -> e25cf3614da0

ALTER TABLE users ADD COLUMN first_name VARCHAR(255);

UPDATE users SET first_name = full_name;

UPDATE alembic_version SET version_num='e25cf3614da0' WHERE alembic_version.version_num = 'f36d04725eb1';

-- Running downgrade e25cf3614da0 -> d17be2503c9f

ALTER TABLE users DROP COLUMN full_name;

UPDATE alembic_version SET version_num='d17be2503c9f' WHERE alembic_version.version_num = 'e25cf3614da0';

-- Running downgrade d17be2503c9f -> c4a90d7718be

DROP INDEX idx_users_email;

UPDATE alembic_version SET version_num='c4a90d7718be' WHERE alembic_version.version_num = 'd17be2503c9f';

-- Running downgrade c4a90d7718be -> abc123def456

ALTER TABLE users DROP COLUMN email;

UPDATE alembic_version SET version_num='abc123def456' WHERE alembic_version.version_num = 'c4a90d7718be';

-- Running downgrade abc123def456 -> b80c16c4db24

DROP INDEX idx_user_prefs_user_id;

DROP TABLE user_preferences;

UPDATE alembic_version SET version_num='b80c16c4db24' WHERE alembic_version.version_num = 'abc123def456';

-- Running downgrade b80c16c4db24 -> 

DELETE FROM alembic_version WHERE alembic_version.version_num = 'b80c16c4db24';

COMMIT;

