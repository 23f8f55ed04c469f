BEGIN TRANSACTION;

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

COMMIT;

GO

