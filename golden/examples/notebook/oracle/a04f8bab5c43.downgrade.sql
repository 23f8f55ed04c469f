-- Running downgrade a04f8bab5c43 -> a03e7a9f4b32

DROP VIEW open_notes

/

DROP TRIGGER notes_count

/

DROP TRIGGER notes_touch

/

ALTER TABLE notebooks DROP COLUMN note_count

/

ALTER TABLE notes DROP COLUMN touched_at

/

UPDATE alembic_version SET version_num='a03e7a9f4b32' WHERE alembic_version.version_num = 'a04f8bab5c43'

/

