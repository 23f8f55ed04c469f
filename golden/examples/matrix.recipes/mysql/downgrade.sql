-- Running downgrade v03 -> v02

COMMENT ON VIEW customers IS NULL;

UPDATE alembic_version SET version_num='v02' WHERE alembic_version.version_num = 'v03';

-- Running downgrade v02 -> v01

DROP VIEW customers;

CREATE VIEW customers AS SELECT id, name FROM people WHERE is_customer;

UPDATE alembic_version SET version_num='v01' WHERE alembic_version.version_num = 'v02';

-- Running downgrade v01 -> 

DROP VIEW customers;

DROP TABLE people;

DELETE FROM alembic_version WHERE alembic_version.version_num = 'v01';

