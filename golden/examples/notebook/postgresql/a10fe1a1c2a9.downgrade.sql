BEGIN;

-- Running downgrade a10fe1a1c2a9 -> a09ed0f0b198

UPDATE tags SET colour = '#' || substr('000000' || rowid, -6) WHERE colour IS NULL;

ALTER TABLE authors RENAME TO people;

ALTER TABLE attachments RENAME media_type TO kind;

UPDATE alembic_version SET version_num='a09ed0f0b198' WHERE alembic_version.version_num = 'a10fe1a1c2a9';

COMMIT;

