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

DELETE FROM alembic_version WHERE alembic_version.version_num = 'm01';

