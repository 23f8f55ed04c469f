-- Running downgrade m05 -> m04

DROP TABLE words;

UPDATE alembic_version SET version_num='m04' WHERE alembic_version.version_num = 'm05';

-- Running downgrade m04 -> m03

DROP INDEX ix_k ON `Changed`;

ALTER TABLE `Changed` DROP COLUMN k;

ALTER TABLE `Changed` RENAME TO changing;

ALTER TABLE changing COMMENT '';

ALTER TABLE changing DROP FOREIGN KEY fk_g;

DROP TABLE changing;

UPDATE alembic_version SET version_num='m03' WHERE alembic_version.version_num = 'm04';

-- Running downgrade m03 -> m02

DROP INDEX IF EXISTS ix_if ON things;

DROP INDEX ix_plain ON things;

DROP TABLE things;

UPDATE alembic_version SET version_num='m02' WHERE alembic_version.version_num = 'm03';

-- Running downgrade m02 -> m01

ALTER TABLE keyless DROP FOREIGN KEY fk_a;

ALTER TABLE keyless DROP CONSTRAINT ck_b;

ALTER TABLE keyless DROP INDEX uq_b;

ALTER TABLE keyless DROP PRIMARY KEY;

DROP TABLE keyless;

DROP TABLE counted;

DROP TABLE `Children`;

DROP TABLE parents;

UPDATE alembic_version SET version_num='m01' WHERE alembic_version.version_num = 'm02';

-- Running downgrade m01 -> 

DROP TABLE every_type;

DELETE FROM alembic_version WHERE alembic_version.version_num = 'm01';

