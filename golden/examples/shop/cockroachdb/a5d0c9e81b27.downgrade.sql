-- Running downgrade a5d0c9e81b27 -> 1c7be20d4f53

DROP INDEX ix_users_phone;

ALTER TABLE users DROP COLUMN phone;

UPDATE alembic_version SET version_num='1c7be20d4f53' WHERE alembic_version.version_num = 'a5d0c9e81b27';

