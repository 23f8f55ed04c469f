-- Running upgrade 1c7be20d4f53 -> a5d0c9e81b27

ALTER TABLE users ADD COLUMN phone VARCHAR(20);

CREATE INDEX ix_users_phone ON users (phone);

UPDATE alembic_version SET version_num='a5d0c9e81b27' WHERE alembic_version.version_num = '1c7be20d4f53';

