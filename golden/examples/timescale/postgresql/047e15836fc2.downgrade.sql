BEGIN;

-- Running downgrade 047e15836fc2 -> f36d04725eb1

DROP TABLE metrics;

UPDATE alembic_version SET version_num='f36d04725eb1' WHERE alembic_version.version_num = '047e15836fc2';

COMMIT;

