-- Running upgrade a02 -> a03

CREATE INDEX ix_things_name ON things (name);

UPDATE alembic_version SET version_num='a03' WHERE alembic_version.version_num = 'a02';

