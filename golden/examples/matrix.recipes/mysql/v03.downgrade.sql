-- Running downgrade v03 -> v02

COMMENT ON VIEW customers IS NULL;

UPDATE alembic_version SET version_num='v02' WHERE alembic_version.version_num = 'v03';

