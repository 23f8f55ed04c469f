-- Running upgrade c09d213a50bf -> d1ae324b61c0

ALTER TABLE "user" ADD COLUMN new_email VARCHAR;

UPDATE alembic_version SET version_num='d1ae324b61c0' WHERE alembic_version.version_num = 'c09d213a50bf';

