-- Running downgrade 2d64f8b0a7c3 -> f9a36d18e205

DROP INDEX ix_orders_customer_id_status ON no_table;

UPDATE alembic_version SET version_num='f9a36d18e205' WHERE alembic_version.version_num = '2d64f8b0a7c3';

