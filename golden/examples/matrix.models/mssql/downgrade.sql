BEGIN TRANSACTION;

-- Running downgrade m03 -> m02

ALTER TABLE note DROP COLUMN [by];

GO

UPDATE alembic_version SET version_num='m02' WHERE alembic_version.version_num = 'm03';

GO

-- Running downgrade m02 -> m01

DELETE FROM book;

GO

DELETE FROM page;

GO

DELETE FROM person;

GO

DELETE FROM sales_q1;

GO

DELETE FROM sales_q2;

GO

DELETE FROM shelf;

GO

DELETE FROM tag;

GO

DELETE FROM visit;

GO

DROP TABLE note;

GO

UPDATE alembic_version SET version_num='m01' WHERE alembic_version.version_num = 'm02';

GO

-- Running downgrade m01 -> 

DROP TABLE visit;

GO

DROP TABLE page;

GO

DROP TABLE book;

GO

DROP TABLE shelf;

GO

DROP TABLE person;

GO

DROP TABLE sales_q2;

GO

DROP TABLE sales_q1;

GO

DROP TABLE orders;

GO

DROP TABLE tag;

GO

DELETE FROM alembic_version WHERE alembic_version.version_num = 'm01';

GO

COMMIT;

GO

