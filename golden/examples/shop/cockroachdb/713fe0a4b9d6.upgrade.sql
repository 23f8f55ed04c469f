-- Running upgrade c80b5e1f62d9, 6ae19c05d3b8 -> 713fe0a4b9d6

DELETE FROM alembic_version WHERE alembic_version.version_num = 'c80b5e1f62d9';

UPDATE alembic_version SET version_num='713fe0a4b9d6' WHERE alembic_version.version_num = '6ae19c05d3b8';

