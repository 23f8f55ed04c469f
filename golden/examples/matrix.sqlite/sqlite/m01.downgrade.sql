-- Running downgrade m01 -> 

DROP TABLE every_type;

DELETE FROM alembic_version WHERE alembic_version.version_num = 'm01';

