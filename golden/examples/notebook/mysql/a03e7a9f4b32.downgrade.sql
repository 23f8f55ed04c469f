-- Running downgrade a03e7a9f4b32 -> a02d6f8e3a21

DROP INDEX ix_tags_lower ON tags;

DROP INDEX uq_notebooks_top ON notebooks;

DROP INDEX ix_notes_open ON notes;

DROP INDEX ix_notes_notebook_id ON notes;

UPDATE alembic_version SET version_num='a02d6f8e3a21' WHERE alembic_version.version_num = 'a03e7a9f4b32';

