BEGIN;

-- Running downgrade c03 -> c02

DELETE FROM answers;

DROP TABLE kept;

ALTER TABLE things RENAME width TO size;

ALTER TABLE things ADD CONSTRAINT fk_things_keeper FOREIGN KEY(keeper_id) REFERENCES owners (id);

CREATE INDEX ix_things_size ON things (size);

UPDATE alembic_version SET version_num='c02' WHERE alembic_version.version_num = 'c03';

COMMIT;

