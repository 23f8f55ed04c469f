BEGIN;

CREATE TABLE alembic_version (
    version_num VARCHAR(32) NOT NULL, 
    CONSTRAINT alembic_version_pkc PRIMARY KEY (version_num)
);

-- Running upgrade  -> b80c16c4db24

INSERT INTO alembic_version (version_num) VALUES ('b80c16c4db24') RETURNING alembic_version.version_num;

-- Running upgrade b80c16c4db24 -> abc123def456

CREATE TABLE user_preferences (
    id BIGSERIAL NOT NULL, 
    user_id VARCHAR(100) NOT NULL, 
    theme VARCHAR(20), 
    created_at TIMESTAMP WITH TIME ZONE DEFAULT now(), 
    PRIMARY KEY (id)
);

CREATE INDEX idx_user_prefs_user_id ON user_preferences (user_id);

UPDATE alembic_version SET version_num='abc123def456' WHERE alembic_version.version_num = 'b80c16c4db24';

-- Running upgrade abc123def456 -> c4a90d7718be

ALTER TABLE users ADD COLUMN email VARCHAR(255);

UPDATE users SET email = username || '@example.com' WHERE email IS NULL;

ALTER TABLE users ALTER COLUMN email SET NOT NULL;

UPDATE alembic_version SET version_num='c4a90d7718be' WHERE alembic_version.version_num = 'abc123def456';

-- Running upgrade c4a90d7718be -> d17be2503c9f

CREATE INDEX CONCURRENTLY idx_users_email ON users(email);

UPDATE alembic_version SET version_num='d17be2503c9f' WHERE alembic_version.version_num = 'c4a90d7718be';

-- Running upgrade d17be2503c9f -> e25cf3614da0

ALTER TABLE users ADD COLUMN full_name VARCHAR(255);

UPDATE users SET full_name = first_name;

UPDATE alembic_version SET version_num='e25cf3614da0' WHERE alembic_version.version_num = 'd17be2503c9f';

-- Running upgrade e25cf3614da0 -> f36d04725eb1

ALTER TABLE users DROP COLUMN first_name;

UPDATE alembic_version SET version_num='f36d04725eb1' WHERE alembic_version.version_num = 'e25cf3614da0';

-- Running upgrade f36d04725eb1 -> 047e15836fc2

CREATE TABLE metrics (
    time TIMESTAMP WITH TIME ZONE NOT NULL, 
    device_id BIGINT, 
    value FLOAT, 
    PRIMARY KEY (time), 
    CONSTRAINT fk_metrics_device FOREIGN KEY(device_id) REFERENCES devices (id)
);

SELECT create_hypertable(
            'metrics',
            'time',
            if_not_exists => TRUE
        );

UPDATE alembic_version SET version_num='047e15836fc2' WHERE alembic_version.version_num = 'f36d04725eb1';

-- Running upgrade 047e15836fc2 -> 158f2694703d

SELECT add_retention_policy('metrics', INTERVAL '90 days');

CREATE MATERIALIZED VIEW metrics_hourly AS
        SELECT time_bucket(INTERVAL '1 hour', "time") AS bucket, device_id, avg(value) AS mean
        FROM metrics
        GROUP BY 1, 2
        WITH NO DATA;

CREATE UNIQUE INDEX idx_metrics_hourly ON metrics_hourly (bucket, device_id);

UPDATE alembic_version SET version_num='158f2694703d' WHERE alembic_version.version_num = '047e15836fc2';

COMMIT;

