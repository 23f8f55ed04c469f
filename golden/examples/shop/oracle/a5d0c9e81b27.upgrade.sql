-- Running upgrade 1c7be20d4f53 -> a5d0c9e81b27

ALTER TABLE users ADD phone VARCHAR2(20 CHAR)

/

CREATE INDEX ix_users_phone ON users (phone)

/

UPDATE alembic_version SET version_num='a5d0c9e81b27' WHERE alembic_version.version_num = '1c7be20d4f53'

/

