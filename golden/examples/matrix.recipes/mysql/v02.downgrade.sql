-- Running downgrade v02 -> v01

DROP VIEW customers;

CREATE VIEW customers AS SELECT id, name FROM people WHERE is_customer;

UPDATE alembic_version SET version_num='v01' WHERE alembic_version.version_num = 'v02';

