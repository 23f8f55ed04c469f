-- Running upgrade e50d92c7a1f8 -> 94b6a0d8e3c5

ALTER TABLE categories ADD COLUMN `position` INTEGER;

INSERT INTO categories (name, `position`) VALUES ('Gift cards', 10);

INSERT INTO categories (name, `position`) VALUES ('Children''s books', 20);

INSERT INTO categories (name, `position`) VALUES ('Second hand', 30);

UPDATE categories SET `position`=0 WHERE categories.`position` IS NULL;

ALTER TABLE categories MODIFY `position` INTEGER NOT NULL DEFAULT '0';

UPDATE alembic_version SET version_num='94b6a0d8e3c5' WHERE alembic_version.version_num = 'e50d92c7a1f8';

