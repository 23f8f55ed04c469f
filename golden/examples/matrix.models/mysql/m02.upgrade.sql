-- Running upgrade m01 -> m02

CREATE TABLE note (
    name VARCHAR(20), 
    made DATETIME
);

INSERT INTO note VALUES ('visit', now());

INSERT INTO note VALUES ('tag', now());

INSERT INTO note VALUES ('orders', now());

INSERT INTO note VALUES ('sales_q1', now());

INSERT INTO note VALUES ('sales_q2', now());

INSERT INTO note VALUES ('person', now());

INSERT INTO note VALUES ('shelf', now());

INSERT INTO note VALUES ('book', now());

INSERT INTO note VALUES ('page', now());

UPDATE alembic_version SET version_num='m02' WHERE alembic_version.version_num = 'm01';

