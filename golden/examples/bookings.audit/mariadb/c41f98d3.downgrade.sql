-- Running downgrade c41f98d3 -> 7bd14e60

UPDATE alembic_version SET version_num='7bd14e60' WHERE alembic_version.version_num = 'c41f98d3';

