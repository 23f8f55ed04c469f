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

