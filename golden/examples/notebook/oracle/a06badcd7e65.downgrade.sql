-- Running downgrade a06badcd7e65 -> a05a9cbc6d54

DROP TRIGGER notes_count

/

ALTER TABLE notebooks MODIFY title VARCHAR2(80 CHAR)

/

ALTER TABLE notebooks DROP COLUMN position

/

CREATE TRIGGER notes_count AFTER INSERT ON notes
    BEGIN
        UPDATE notebooks SET note_count = note_count + 1 WHERE id = NEW.notebook_id;
    END

/

UPDATE alembic_version SET version_num='a05a9cbc6d54' WHERE alembic_version.version_num = 'a06badcd7e65'

/

