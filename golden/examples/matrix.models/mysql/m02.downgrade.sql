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

