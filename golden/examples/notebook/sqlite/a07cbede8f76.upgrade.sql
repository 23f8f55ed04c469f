-- Running upgrade a06badcd7e65 -> a07cbede8f76

CREATE TABLE attachments (
    id INTEGER NOT NULL, 
    note_id INTEGER NOT NULL, 
    bytes BLOB, 
    width INTEGER, 
    height INTEGER, 
    PRIMARY KEY (id), 
    FOREIGN KEY(note_id) REFERENCES notes (id) ON DELETE CASCADE
);

CREATE TABLE _alembic_tmp_attachments (
    id INTEGER NOT NULL, 
    note_id INTEGER NOT NULL, 
    kind VARCHAR(20) DEFAULT 'image' NOT NULL, 
    bytes BLOB, 
    details JSON, 
    width INTEGER, 
    height INTEGER, 
    PRIMARY KEY (id), 
    FOREIGN KEY(note_id) REFERENCES notes (id) ON DELETE CASCADE
);

INSERT INTO _alembic_tmp_attachments (id, note_id, bytes, width, height) SELECT attachments.id, attachments.note_id, attachments.bytes, attachments.width, attachments.height 
FROM attachments;

DROP TABLE attachments;

ALTER TABLE _alembic_tmp_attachments RENAME TO attachments;

ALTER TABLE attachments ADD COLUMN pixels INTEGER GENERATED ALWAYS AS (width * height) VIRTUAL;

UPDATE alembic_version SET version_num='a07cbede8f76' WHERE alembic_version.version_num = 'a06badcd7e65';

