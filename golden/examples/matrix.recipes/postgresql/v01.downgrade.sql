BEGIN;

-- Running downgrade v01 -> 

DROP VIEW customers;

DROP TABLE people;

DELETE FROM alembic_version WHERE alembic_version.version_num = 'v01';

COMMIT;

