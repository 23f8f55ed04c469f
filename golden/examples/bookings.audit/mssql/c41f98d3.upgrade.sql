BEGIN TRANSACTION;

-- Running upgrade 7bd14e60 -> c41f98d3

UPDATE alembic_version SET version_num='c41f98d3' WHERE alembic_version.version_num = '7bd14e60';

GO

COMMIT;

GO

