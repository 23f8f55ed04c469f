BEGIN TRANSACTION;

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

