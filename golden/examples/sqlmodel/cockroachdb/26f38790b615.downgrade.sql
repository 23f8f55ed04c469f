-- Running downgrade 26f38790b615 -> 15e2768fa504

DROP INDEX ix_user_email;

ALTER TABLE post DROP COLUMN summary;

ALTER TABLE post RENAME headline TO title;

UPDATE alembic_version SET version_num='15e2768fa504' WHERE alembic_version.version_num = '26f38790b615';

