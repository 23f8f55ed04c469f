-- Running downgrade c03 -> c02

DELETE FROM answers;

DROP TABLE kept;

ALTER TABLE things CHANGE width size INTEGER NULL;

ALTER TABLE things ADD CONSTRAINT fk_things_keeper FOREIGN KEY(keeper_id) REFERENCES owners (id);

UPDATE alembic_version SET version_num='c02' WHERE alembic_version.version_num = 'c03';

