BEGIN;

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

