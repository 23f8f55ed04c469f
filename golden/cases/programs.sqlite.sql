--- case: isinstance_of_dialect
CREATE TABLE alembic_version (
    version_num VARCHAR(32) NOT NULL, 
    CONSTRAINT alembic_version_pkc PRIMARY KEY (version_num)
);

-- Running upgrade  -> a1

SELECT 'pg False';

SELECT 'my False';

SELECT 'pgd False';

SELECT 'myd False';

SELECT 'lite True';

SELECT 'ms False';

SELECT 'ora False';

SELECT 'False';

INSERT INTO alembic_version (version_num) VALUES ('a1') RETURNING version_num;

--- case: try_unknown_column
CREATE TABLE alembic_version (
    version_num VARCHAR(32) NOT NULL, 
    CONSTRAINT alembic_version_pkc PRIMARY KEY (version_num)
);

-- Running upgrade  -> a1

ALTER TABLE some_table ADD COLUMN x INTEGER;

UPDATE some_table SET x = 1;

INSERT INTO alembic_version (version_num) VALUES ('a1') RETURNING version_num;

--- case: declarative_base_of_old
CREATE TABLE alembic_version (
    version_num VARCHAR(32) NOT NULL, 
    CONSTRAINT alembic_version_pkc PRIMARY KEY (version_num)
);

-- Running upgrade  -> a1

INSERT INTO kept (id, name) VALUES (1, 'a');

UPDATE kept SET name='b' WHERE kept.id = 2;

DELETE FROM link WHERE link.kept_id = 3;

DELETE FROM kept WHERE kept.name IN ('a', 'b');

INSERT INTO kept (id, name) VALUES (2, (SELECT max(kept.name) AS max_1 
FROM kept));

INSERT INTO link (kept_id) SELECT kept.id 
FROM kept 
WHERE kept.name IS NOT NULL;

SELECT kept.id, kept.name 
FROM kept 
WHERE kept.id > 1 ORDER BY kept.name;

UPDATE kept SET name='c' WHERE EXISTS (SELECT * 
FROM link 
WHERE link.kept_id = kept.id);

INSERT INTO alembic_version (version_num) VALUES ('a1') RETURNING version_num;

--- case: alter_column_of_a_column_object
CREATE TABLE alembic_version (
    version_num VARCHAR(32) NOT NULL, 
    CONSTRAINT alembic_version_pkc PRIMARY KEY (version_num)
);

-- Running upgrade  -> a1

SELECT 'done';

INSERT INTO alembic_version (version_num) VALUES ('a1') RETURNING version_num;

--- case: int_to_bytes
CREATE TABLE alembic_version (
    version_num VARCHAR(32) NOT NULL, 
    CONSTRAINT alembic_version_pkc PRIMARY KEY (version_num)
);

-- Running upgrade  -> a1

SELECT '00000102 020100 fffe 05';

SELECT 'int too big to convert';

SELECT 'int too big to convert';

INSERT INTO alembic_version (version_num) VALUES ('a1') RETURNING version_num;

--- case: types_that_a_package_passes_on
CREATE TABLE alembic_version (
    version_num VARCHAR(32) NOT NULL, 
    CONSTRAINT alembic_version_pkc PRIMARY KEY (version_num)
);

-- Running upgrade  -> a1

CREATE TABLE t (
    id CHAR(32) NOT NULL, 
    n INTEGER, 
    s VARCHAR NOT NULL, 
    FOREIGN KEY(n) REFERENCES o (id)
);

INSERT INTO alembic_version (version_num) VALUES ('a1') RETURNING version_num;

--- case: mapped_classes
CREATE TABLE alembic_version (
    version_num VARCHAR(32) NOT NULL, 
    CONSTRAINT alembic_version_pkc PRIMARY KEY (version_num)
);

-- Running upgrade  -> a1

INSERT INTO item (id, title) VALUES (1, 'a'), (2, 'it''s');

UPDATE item SET title='x' WHERE item.parent IS NULL AND item.title LIKE 'a%';

DELETE FROM item WHERE (item.id NOT IN (SELECT item.parent 
FROM item));

CREATE TABLE copy (
    id INTEGER, 
    title VARCHAR, 
    parent INTEGER
);

INSERT INTO alembic_version (version_num) VALUES ('a1') RETURNING version_num;

--- case: declarative_base_of_a_class
CREATE TABLE alembic_version (
    version_num VARCHAR(32) NOT NULL, 
    CONSTRAINT alembic_version_pkc PRIMARY KEY (version_num)
);

-- Running upgrade  -> a1

SELECT first.x, first.id 
FROM first;

SELECT second.y, second.id 
FROM second;

UPDATE second SET y='a' WHERE second.id = 3;

INSERT INTO alembic_version (version_num) VALUES ('a1') RETURNING version_num;

--- case: create_table_passes_over_what_is_no_part
CREATE TABLE alembic_version (
    version_num VARCHAR(32) NOT NULL, 
    CONSTRAINT alembic_version_pkc PRIMARY KEY (version_num)
);

-- Running upgrade  -> a1

CREATE TABLE t (
    a INTEGER, 
    CONSTRAINT uq_a UNIQUE (a)
);

INSERT INTO alembic_version (version_num) VALUES ('a1') RETURNING version_num;

--- case: programs::sets_in_order
CREATE TABLE alembic_version (
    version_num VARCHAR(32) NOT NULL, 
    CONSTRAINT alembic_version_pkc PRIMARY KEY (version_num)
);

-- Running upgrade  -> a1

INSERT INTO t (name) VALUES ('international_sms');

INSERT INTO t (name) VALUES ('sms');

INSERT INTO t (name) VALUES ('letter');

INSERT INTO t (name) VALUES ('incoming_sms');

INSERT INTO t (name) VALUES ('email');

DROP TABLE orders;

DROP TABLE users;

DROP TABLE carts;

DROP TABLE items;

SELECT 33;

SELECT 9;

SELECT 70;

SELECT 1;

INSERT INTO alembic_version (version_num) VALUES ('a1') RETURNING version_num;

--- case: programs::dialect_flags
CREATE TABLE alembic_version (
    version_num VARCHAR(32) NOT NULL, 
    CONSTRAINT alembic_version_pkc PRIMARY KEY (version_num)
);

-- Running upgrade  -> a1

SELECT 'alter False';

SELECT 'comments False';

SELECT 'constraint_comments False';

SELECT 'default_values True';

SELECT 'empty_insert False';

SELECT 'identity_columns False';

SELECT 'native_boolean False';

SELECT 'native_enum False';

SELECT 'native_uuid False';

SELECT 'schemas True';

SELECT 'sequences False';

SELECT 'views True';

SELECT 9999;

SELECT 'False False';

INSERT INTO alembic_version (version_num) VALUES ('a1') RETURNING version_num;

--- case: classes_of_the_project
CREATE TABLE alembic_version (
    version_num VARCHAR(32) NOT NULL, 
    CONSTRAINT alembic_version_pkc PRIMARY KEY (version_num)
);

-- Running upgrade  -> a1

CREATE TABLE t (
    a VARCHAR(5) DEFAULT 'XXX', 
    b SMALLINT
);

-- a;

UPDATE things SET name='x' WHERE things.id > 3 AND things.name = 'y';

INSERT INTO alembic_version (version_num) VALUES ('a1') RETURNING version_num;

--- case: try_column_with_foreign_key
CREATE TABLE alembic_version (
    version_num VARCHAR(32) NOT NULL, 
    CONSTRAINT alembic_version_pkc PRIMARY KEY (version_num)
);

-- Running upgrade  -> a1

ALTER TABLE t ADD COLUMN u_id INTEGER;

SELECT 'no constraint';

INSERT INTO alembic_version (version_num) VALUES ('a1') RETURNING version_num;

--- case: try_column_with_index
CREATE TABLE alembic_version (
    version_num VARCHAR(32) NOT NULL, 
    CONSTRAINT alembic_version_pkc PRIMARY KEY (version_num)
);

-- Running upgrade  -> a1

ALTER TABLE t ADD COLUMN u_id INTEGER;

SELECT 'done';

INSERT INTO alembic_version (version_num) VALUES ('a1') RETURNING version_num;

