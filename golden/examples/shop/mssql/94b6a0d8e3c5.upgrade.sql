BEGIN TRANSACTION;

-- Running upgrade e50d92c7a1f8 -> 94b6a0d8e3c5

ALTER TABLE categories ADD position INTEGER NULL;

GO

SET IDENTITY_INSERT categories ON;

GO

INSERT INTO categories (name, position) VALUES ('Gift cards', 10);

GO

INSERT INTO categories (name, position) VALUES ('Children''s books', 20);

GO

INSERT INTO categories (name, position) VALUES ('Second hand', 30);

GO

SET IDENTITY_INSERT categories OFF;

GO

UPDATE categories SET position=0 WHERE categories.position IS NULL;

GO

ALTER TABLE categories ALTER COLUMN position INTEGER NOT NULL;

GO

ALTER TABLE categories ADD DEFAULT '0' FOR position;

GO

UPDATE alembic_version SET version_num='94b6a0d8e3c5' WHERE alembic_version.version_num = 'e50d92c7a1f8';

GO

COMMIT;

GO

