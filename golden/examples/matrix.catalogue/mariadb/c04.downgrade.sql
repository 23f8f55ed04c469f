-- Running downgrade c04 -> c03

DROP TABLE keyed;

DELETE FROM answers;

UPDATE alembic_version SET version_num='c03' WHERE alembic_version.version_num = 'c04';

