BEGIN;

-- Running downgrade b80c16c4db24 -> 

DELETE FROM alembic_version WHERE alembic_version.version_num = 'b80c16c4db24';

COMMIT;

