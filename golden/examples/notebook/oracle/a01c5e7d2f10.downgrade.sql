-- Running downgrade a01c5e7d2f10 -> 

DROP TABLE note_tags

/

DROP TABLE tags

/

DROP TABLE notes

/

DROP TABLE notebooks

/

DELETE FROM alembic_version WHERE alembic_version.version_num = 'a01c5e7d2f10'

/

