BEGIN TRANSACTION;

-- Running downgrade f9a36d18e205 -> 08e5c4b2d9f1

ALTER TABLE users ADD old_status VARCHAR(1) NULL;

GO

UPDATE users
        SET old_status = CASE new_status WHEN 'active' THEN 'A' WHEN 'inactive' THEN 'I' END;

GO

UPDATE alembic_version SET version_num='08e5c4b2d9f1' WHERE alembic_version.version_num = 'f9a36d18e205';

GO

COMMIT;

GO

