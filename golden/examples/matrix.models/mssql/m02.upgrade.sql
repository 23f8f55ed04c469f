BEGIN TRANSACTION;

-- Running upgrade m01 -> m02

CREATE TABLE note (
    name VARCHAR(20) NULL, 
    made DATETIME NULL
);

GO

INSERT INTO note VALUES ('visit', now());

GO

INSERT INTO note VALUES ('tag', now());

GO

INSERT INTO note VALUES ('orders', now());

GO

INSERT INTO note VALUES ('sales_q1', now());

GO

INSERT INTO note VALUES ('sales_q2', now());

GO

INSERT INTO note VALUES ('person', now());

GO

INSERT INTO note VALUES ('shelf', now());

GO

INSERT INTO note VALUES ('book', now());

GO

INSERT INTO note VALUES ('page', now());

GO

UPDATE alembic_version SET version_num='m02' WHERE alembic_version.version_num = 'm01';

GO

COMMIT;

GO

