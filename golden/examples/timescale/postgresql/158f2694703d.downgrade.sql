BEGIN;

-- Running downgrade 158f2694703d -> 047e15836fc2

DROP MATERIALIZED VIEW metrics_hourly;

SELECT remove_retention_policy('metrics', if_exists => TRUE);

UPDATE alembic_version SET version_num='047e15836fc2' WHERE alembic_version.version_num = '158f2694703d';

COMMIT;

