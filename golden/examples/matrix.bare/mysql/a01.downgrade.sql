-- Running downgrade a01 -> 

DROP TABLE things;

DELETE FROM alembic_version WHERE alembic_version.version_num = 'a01';

