--- case: isinstance_of_dialect
BEGIN TRANSACTION;

CREATE TABLE alembic_version (
    version_num VARCHAR(32) NOT NULL, 
    CONSTRAINT alembic_version_pkc PRIMARY KEY (version_num)
);

GO

-- Running upgrade  -> a1

SELECT 'pg False';

GO

SELECT 'my False';

GO

SELECT 'pgd False';

GO

SELECT 'myd False';

GO

SELECT 'lite False';

GO

SELECT 'ms True';

GO

SELECT 'ora False';

GO

SELECT 'False';

GO

INSERT INTO alembic_version (version_num) OUTPUT inserted.version_num VALUES ('a1');

GO

COMMIT;

GO

--- case: try_unknown_constraint
BEGIN TRANSACTION;

CREATE TABLE alembic_version (
    version_num VARCHAR(32) NOT NULL, 
    CONSTRAINT alembic_version_pkc PRIMARY KEY (version_num)
);

GO

-- Running upgrade  -> a1

ALTER TABLE some_table DROP CONSTRAINT some_uq;

GO

SELECT 'done';

GO

INSERT INTO alembic_version (version_num) OUTPUT inserted.version_num VALUES ('a1');

GO

COMMIT;

GO

--- case: try_unknown_column
BEGIN TRANSACTION;

CREATE TABLE alembic_version (
    version_num VARCHAR(32) NOT NULL, 
    CONSTRAINT alembic_version_pkc PRIMARY KEY (version_num)
);

GO

-- Running upgrade  -> a1

ALTER TABLE some_table ADD x INTEGER NULL;

GO

UPDATE some_table SET x = 1;

GO

INSERT INTO alembic_version (version_num) OUTPUT inserted.version_num VALUES ('a1');

GO

COMMIT;

GO

--- case: try_and_raise_again
BEGIN TRANSACTION;

CREATE TABLE alembic_version (
    version_num VARCHAR(32) NOT NULL, 
    CONSTRAINT alembic_version_pkc PRIMARY KEY (version_num)
);

GO

-- Running upgrade  -> a1

CREATE TABLE t (
    id INTEGER NOT NULL IDENTITY, 
    PRIMARY KEY (id)
);

GO

ALTER TABLE t DROP CONSTRAINT uq_t_x;

GO

ALTER TABLE t DROP COLUMN y;

GO

SELECT 'done';

GO

INSERT INTO alembic_version (version_num) OUTPUT inserted.version_num VALUES ('a1');

GO

COMMIT;

GO

--- case: declarative_base_of_old
BEGIN TRANSACTION;

CREATE TABLE alembic_version (
    version_num VARCHAR(32) NOT NULL, 
    CONSTRAINT alembic_version_pkc PRIMARY KEY (version_num)
);

GO

-- Running upgrade  -> a1

INSERT INTO kept (id, name) VALUES (1, 'a');

GO

UPDATE kept SET name='b' WHERE kept.id = 2;

GO

DELETE FROM link WHERE link.kept_id = 3;

GO

DELETE FROM kept WHERE kept.name IN ('a', 'b');

GO

INSERT INTO kept (id, name) VALUES (2, (SELECT max(kept.name) AS max_1 
FROM kept));

GO

INSERT INTO link (kept_id) SELECT kept.id 
FROM kept 
WHERE kept.name IS NOT NULL;

GO

SELECT kept.id, kept.name 
FROM kept 
WHERE kept.id > 1 ORDER BY kept.name;

GO

UPDATE kept SET name='c' WHERE EXISTS (SELECT * 
FROM link 
WHERE link.kept_id = kept.id);

GO

INSERT INTO alembic_version (version_num) OUTPUT inserted.version_num VALUES ('a1');

GO

COMMIT;

GO

--- case: alter_column_of_a_column_object
BEGIN TRANSACTION;

CREATE TABLE alembic_version (
    version_num VARCHAR(32) NOT NULL, 
    CONSTRAINT alembic_version_pkc PRIMARY KEY (version_num)
);

GO

-- Running upgrade  -> a1

SELECT 'done';

GO

INSERT INTO alembic_version (version_num) OUTPUT inserted.version_num VALUES ('a1');

GO

COMMIT;

GO

--- case: int_to_bytes
BEGIN TRANSACTION;

CREATE TABLE alembic_version (
    version_num VARCHAR(32) NOT NULL, 
    CONSTRAINT alembic_version_pkc PRIMARY KEY (version_num)
);

GO

-- Running upgrade  -> a1

SELECT '00000102 020100 fffe 05';

GO

SELECT 'int too big to convert';

GO

SELECT 'int too big to convert';

GO

INSERT INTO alembic_version (version_num) OUTPUT inserted.version_num VALUES ('a1');

GO

COMMIT;

GO

--- case: types_that_a_package_passes_on
BEGIN TRANSACTION;

CREATE TABLE alembic_version (
    version_num VARCHAR(32) NOT NULL, 
    CONSTRAINT alembic_version_pkc PRIMARY KEY (version_num)
);

GO

-- Running upgrade  -> a1

CREATE TABLE t (
    id UNIQUEIDENTIFIER NOT NULL, 
    n INTEGER NULL, 
    s VARCHAR(max) NOT NULL, 
    FOREIGN KEY(n) REFERENCES o (id)
);

GO

INSERT INTO alembic_version (version_num) OUTPUT inserted.version_num VALUES ('a1');

GO

COMMIT;

GO

--- case: mapped_classes
BEGIN TRANSACTION;

CREATE TABLE alembic_version (
    version_num VARCHAR(32) NOT NULL, 
    CONSTRAINT alembic_version_pkc PRIMARY KEY (version_num)
);

GO

-- Running upgrade  -> a1

INSERT INTO item (id, title) VALUES (1, 'a'), (2, 'it''s');

GO

UPDATE item SET title='x' WHERE item.parent IS NULL AND item.title LIKE 'a%';

GO

DELETE FROM item WHERE (item.id NOT IN (SELECT item.parent 
FROM item));

GO

CREATE TABLE copy (
    id INTEGER NULL, 
    title VARCHAR(max) NULL, 
    parent INTEGER NULL
);

GO

INSERT INTO alembic_version (version_num) OUTPUT inserted.version_num VALUES ('a1');

GO

COMMIT;

GO

--- case: declarative_base_of_a_class
BEGIN TRANSACTION;

CREATE TABLE alembic_version (
    version_num VARCHAR(32) NOT NULL, 
    CONSTRAINT alembic_version_pkc PRIMARY KEY (version_num)
);

GO

-- Running upgrade  -> a1

SELECT first.x, first.id 
FROM first;

GO

SELECT second.y, second.id 
FROM second;

GO

UPDATE second SET y='a' WHERE second.id = 3;

GO

INSERT INTO alembic_version (version_num) OUTPUT inserted.version_num VALUES ('a1');

GO

COMMIT;

GO

--- case: create_table_passes_over_what_is_no_part
BEGIN TRANSACTION;

CREATE TABLE alembic_version (
    version_num VARCHAR(32) NOT NULL, 
    CONSTRAINT alembic_version_pkc PRIMARY KEY (version_num)
);

GO

-- Running upgrade  -> a1

CREATE TABLE t (
    a INTEGER NULL, 
    CONSTRAINT uq_a UNIQUE (a)
);

GO

INSERT INTO alembic_version (version_num) OUTPUT inserted.version_num VALUES ('a1');

GO

COMMIT;

GO

--- case: try_to_drop_a_constraint_without_a_name
BEGIN TRANSACTION;

CREATE TABLE alembic_version (
    version_num VARCHAR(32) NOT NULL, 
    CONSTRAINT alembic_version_pkc PRIMARY KEY (version_num)
);

GO

-- Running upgrade  -> a1

SELECT 'otherwise';

GO

INSERT INTO alembic_version (version_num) OUTPUT inserted.version_num VALUES ('a1');

GO

COMMIT;

GO

--- case: programs::sets_in_order
BEGIN TRANSACTION;

CREATE TABLE alembic_version (
    version_num VARCHAR(32) NOT NULL, 
    CONSTRAINT alembic_version_pkc PRIMARY KEY (version_num)
);

GO

-- Running upgrade  -> a1

SET IDENTITY_INSERT t ON;

GO

INSERT INTO t (name) VALUES ('international_sms');

GO

INSERT INTO t (name) VALUES ('sms');

GO

INSERT INTO t (name) VALUES ('letter');

GO

INSERT INTO t (name) VALUES ('incoming_sms');

GO

INSERT INTO t (name) VALUES ('email');

GO

SET IDENTITY_INSERT t OFF;

GO

DROP TABLE orders;

GO

DROP TABLE users;

GO

DROP TABLE carts;

GO

DROP TABLE items;

GO

SELECT 33;

GO

SELECT 9;

GO

SELECT 70;

GO

SELECT 1;

GO

INSERT INTO alembic_version (version_num) OUTPUT inserted.version_num VALUES ('a1');

GO

COMMIT;

GO

--- case: programs::dialect_flags
BEGIN TRANSACTION;

CREATE TABLE alembic_version (
    version_num VARCHAR(32) NOT NULL, 
    CONSTRAINT alembic_version_pkc PRIMARY KEY (version_num)
);

GO

-- Running upgrade  -> a1

SELECT 'alter True';

GO

SELECT 'comments True';

GO

SELECT 'constraint_comments False';

GO

SELECT 'default_values True';

GO

SELECT 'empty_insert False';

GO

SELECT 'identity_columns False';

GO

SELECT 'native_boolean False';

GO

SELECT 'native_enum False';

GO

SELECT 'native_uuid False';

GO

SELECT 'schemas True';

GO

SELECT 'sequences True';

GO

SELECT 'views True';

GO

SELECT 128;

GO

SELECT 'False False';

GO

INSERT INTO alembic_version (version_num) OUTPUT inserted.version_num VALUES ('a1');

GO

COMMIT;

GO

--- case: classes_of_the_project
BEGIN TRANSACTION;

CREATE TABLE alembic_version (
    version_num VARCHAR(32) NOT NULL, 
    CONSTRAINT alembic_version_pkc PRIMARY KEY (version_num)
);

GO

-- Running upgrade  -> a1

CREATE TABLE t (
    a VARCHAR(5) NULL DEFAULT 'XXX', 
    b SMALLINT NULL
);

GO

-- a;

GO

UPDATE things SET name='x' WHERE things.id > 3 AND things.name = 'y';

GO

INSERT INTO alembic_version (version_num) OUTPUT inserted.version_num VALUES ('a1');

GO

COMMIT;

GO

--- case: try_column_with_foreign_key
BEGIN TRANSACTION;

CREATE TABLE alembic_version (
    version_num VARCHAR(32) NOT NULL, 
    CONSTRAINT alembic_version_pkc PRIMARY KEY (version_num)
);

GO

-- Running upgrade  -> a1

ALTER TABLE t ADD u_id INTEGER NULL;

GO

ALTER TABLE t ADD FOREIGN KEY(u_id) REFERENCES u (id);

GO

INSERT INTO alembic_version (version_num) OUTPUT inserted.version_num VALUES ('a1');

GO

COMMIT;

GO

--- case: try_column_with_index
BEGIN TRANSACTION;

CREATE TABLE alembic_version (
    version_num VARCHAR(32) NOT NULL, 
    CONSTRAINT alembic_version_pkc PRIMARY KEY (version_num)
);

GO

-- Running upgrade  -> a1

ALTER TABLE t ADD u_id INTEGER NULL;

GO

ALTER TABLE t ADD CONSTRAINT fk_u FOREIGN KEY(u_id) REFERENCES u (id);

GO

CREATE INDEX ix_t_u_id ON t (u_id);

GO

SELECT 'done';

GO

INSERT INTO alembic_version (version_num) OUTPUT inserted.version_num VALUES ('a1');

GO

COMMIT;

GO

