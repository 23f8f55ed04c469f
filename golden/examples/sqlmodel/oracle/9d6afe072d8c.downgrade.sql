-- Running downgrade 9d6afe072d8c -> 8c59edf61c7b

UPDATE "user" SET is_active = NULL WHERE is_active = true

/

UPDATE alembic_version SET version_num='8c59edf61c7b' WHERE alembic_version.version_num = '9d6afe072d8c'

/

