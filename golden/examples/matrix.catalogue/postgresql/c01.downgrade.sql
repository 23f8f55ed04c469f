BEGIN;

-- Running downgrade c01 -> 

DROP TABLE answers;

DROP TABLE things;

DROP TABLE owners;

DROP TYPE mood;

DELETE FROM alembic_version WHERE alembic_version.version_num = 'c01';

COMMIT;

