-- Running upgrade v01 -> v02

DROP VIEW customers;

CREATE VIEW customers AS SELECT id, upper(name) AS name FROM people WHERE is_customer;

UPDATE alembic_version SET version_num='v02' WHERE alembic_version.version_num = 'v01';

