BEGIN;

-- Running downgrade c04 -> c03

DROP TABLE keyed;

DELETE FROM answers;

UPDATE alembic_version SET version_num='c03' WHERE alembic_version.version_num = 'c04';

-- Running downgrade c03 -> c02

DELETE FROM answers;

DROP TABLE kept;

ALTER TABLE things RENAME width TO size;

ALTER TABLE things ADD CONSTRAINT fk_things_keeper FOREIGN KEY(keeper_id) REFERENCES owners (id);

CREATE INDEX ix_things_size ON things (size);

UPDATE alembic_version SET version_num='c02' WHERE alembic_version.version_num = 'c03';

-- Running downgrade c02 -> c01

DELETE FROM answers;

UPDATE alembic_version SET version_num='c01' WHERE alembic_version.version_num = 'c02';

-- Running downgrade c01 -> 

DROP TABLE answers;

DROP TABLE things;

DROP TABLE owners;

DROP TYPE mood;

DELETE FROM alembic_version WHERE alembic_version.version_num = 'c01';

COMMIT;

