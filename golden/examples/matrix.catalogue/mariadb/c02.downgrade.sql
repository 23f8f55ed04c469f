-- Running downgrade c02 -> c01

DELETE FROM answers;

UPDATE alembic_version SET version_num='c01' WHERE alembic_version.version_num = 'c02';

