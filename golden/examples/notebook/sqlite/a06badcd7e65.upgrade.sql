-- Running upgrade a05a9cbc6d54 -> a06badcd7e65

DROP TRIGGER notes_count;

CREATE TABLE _alembic_tmp_notebooks (
    id INTEGER NOT NULL PRIMARY KEY AUTOINCREMENT, 
    title VARCHAR(120) NOT NULL, 
    parent_id INTEGER, 
    note_count INTEGER DEFAULT 0 NOT NULL, 
    position FLOAT, 
    CONSTRAINT fk_notebooks_parent FOREIGN KEY(parent_id) REFERENCES notebooks (id) ON DELETE CASCADE
);

INSERT INTO _alembic_tmp_notebooks (id, title, parent_id, note_count) SELECT notebooks.id, notebooks.title, notebooks.parent_id, notebooks.note_count 
FROM notebooks;

DROP TABLE notebooks;

ALTER TABLE _alembic_tmp_notebooks RENAME TO notebooks;

CREATE UNIQUE INDEX uq_notebooks_top ON notebooks (title) WHERE parent_id IS NULL;

CREATE TRIGGER notes_count AFTER INSERT ON notes
    BEGIN
        UPDATE notebooks SET note_count = note_count + 1 WHERE id = NEW.notebook_id;
    END;

UPDATE notebooks SET position = id * 1.5;

UPDATE alembic_version SET version_num='a06badcd7e65' WHERE alembic_version.version_num = 'a05a9cbc6d54';

