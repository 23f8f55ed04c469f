-- Running downgrade 713fe0a4b9d6 -> c80b5e1f62d9, 6ae19c05d3b8

INSERT INTO alembic_version (version_num) VALUES ('c80b5e1f62d9') RETURNING alembic_version.version_num INTO :ret_0

/

UPDATE alembic_version SET version_num='6ae19c05d3b8' WHERE alembic_version.version_num = '713fe0a4b9d6'

/

