BEGIN;

-- Running downgrade m01 -> 

DROP TABLE every_type;

DROP DOMAIN positive;

DROP TYPE plain_enum;

DROP TYPE level;

DELETE FROM alembic_version WHERE alembic_version.version_num = 'm01';

COMMIT;

