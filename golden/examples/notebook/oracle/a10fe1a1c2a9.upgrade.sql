-- Running upgrade a09ed0f0b198 -> a10fe1a1c2a9

ALTER TABLE attachments RENAME COLUMN kind TO media_type

/

ALTER TABLE people RENAME TO authors

/

UPDATE tags SET colour = NULL WHERE colour = '#808080'

/

UPDATE alembic_version SET version_num='a10fe1a1c2a9' WHERE alembic_version.version_num = 'a09ed0f0b198'

/

