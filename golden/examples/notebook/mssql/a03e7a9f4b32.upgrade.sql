BEGIN TRANSACTION;

-- Running upgrade a02d6f8e3a21 -> a03e7a9f4b32

CREATE INDEX ix_notes_notebook_id ON notes (notebook_id);

GO

CREATE INDEX ix_notes_open ON notes (created_at);

GO

CREATE UNIQUE INDEX uq_notebooks_top ON notebooks (title);

GO

CREATE INDEX ix_tags_lower ON tags (lower(name), colour DESC);

GO

UPDATE alembic_version SET version_num='a03e7a9f4b32' WHERE alembic_version.version_num = 'a02d6f8e3a21';

GO

COMMIT;

GO

