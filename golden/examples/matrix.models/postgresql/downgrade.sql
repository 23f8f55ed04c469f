BEGIN;

-- Running downgrade m03 -> m02

ALTER TABLE note DROP COLUMN by;

UPDATE alembic_version SET version_num='m02' WHERE alembic_version.version_num = 'm03';

-- Running downgrade m02 -> m01

DELETE FROM book;

DELETE FROM page;

DELETE FROM person;

DELETE FROM sales_q1;

DELETE FROM sales_q2;

DELETE FROM shelf;

DELETE FROM tag;

DELETE FROM visit;

DROP TABLE note;

UPDATE alembic_version SET version_num='m01' WHERE alembic_version.version_num = 'm02';

-- Running downgrade m01 -> 

DROP TABLE visit;

DROP TABLE page;

DROP TABLE book;

DROP TABLE shelf;

DROP TABLE person;

DROP TABLE sales_q2;

DROP TABLE sales_q1;

DROP TABLE orders;

DROP TABLE tag;

DROP TYPE color;

DELETE FROM alembic_version WHERE alembic_version.version_num = 'm01';

COMMIT;

