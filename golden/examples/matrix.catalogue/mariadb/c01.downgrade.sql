-- Running downgrade c01 -> 

DROP TABLE answers;

DROP TABLE things;

DROP TABLE owners;

DELETE FROM alembic_version WHERE alembic_version.version_num = 'c01';

