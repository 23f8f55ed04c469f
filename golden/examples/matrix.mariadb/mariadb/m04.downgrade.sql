-- Running downgrade m04 -> m03

DROP INDEX ix_k ON `Changed`;

ALTER TABLE `Changed` DROP COLUMN k;

ALTER TABLE `Changed` RENAME TO changing;

ALTER TABLE changing COMMENT '';

ALTER TABLE changing DROP FOREIGN KEY fk_g;

DROP TABLE changing;

UPDATE alembic_version SET version_num='m03' WHERE alembic_version.version_num = 'm04';

