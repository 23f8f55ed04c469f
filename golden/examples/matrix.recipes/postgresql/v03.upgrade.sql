BEGIN;

-- Running upgrade v02 -> v03

COMMENT ON VIEW customers IS 'v02 after v01: Customers by name';

UPDATE alembic_version SET version_num='v03' WHERE alembic_version.version_num = 'v02';

COMMIT;

