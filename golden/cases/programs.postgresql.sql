--- case: isinstance_of_dialect
BEGIN;

CREATE TABLE alembic_version (
    version_num VARCHAR(32) NOT NULL, 
    CONSTRAINT alembic_version_pkc PRIMARY KEY (version_num)
);

-- Running upgrade  -> a1

SELECT 'pg True';

SELECT 'my False';

SELECT 'pgd True';

SELECT 'myd False';

SELECT 'lite False';

SELECT 'ms False';

SELECT 'ora False';

SELECT 'True';

INSERT INTO alembic_version (version_num) VALUES ('a1') RETURNING alembic_version.version_num;

COMMIT;

--- case: try_unknown_constraint
BEGIN;

CREATE TABLE alembic_version (
    version_num VARCHAR(32) NOT NULL, 
    CONSTRAINT alembic_version_pkc PRIMARY KEY (version_num)
);

-- Running upgrade  -> a1

ALTER TABLE some_table DROP CONSTRAINT some_uq;

SELECT 'done';

INSERT INTO alembic_version (version_num) VALUES ('a1') RETURNING alembic_version.version_num;

COMMIT;

--- case: try_unknown_column
BEGIN;

CREATE TABLE alembic_version (
    version_num VARCHAR(32) NOT NULL, 
    CONSTRAINT alembic_version_pkc PRIMARY KEY (version_num)
);

-- Running upgrade  -> a1

ALTER TABLE some_table ADD COLUMN x INTEGER;

UPDATE some_table SET x = 1;

INSERT INTO alembic_version (version_num) VALUES ('a1') RETURNING alembic_version.version_num;

COMMIT;

--- case: try_and_raise_again
BEGIN;

CREATE TABLE alembic_version (
    version_num VARCHAR(32) NOT NULL, 
    CONSTRAINT alembic_version_pkc PRIMARY KEY (version_num)
);

-- Running upgrade  -> a1

CREATE TABLE t (
    id SERIAL NOT NULL, 
    PRIMARY KEY (id)
);

ALTER TABLE t DROP CONSTRAINT uq_t_x;

ALTER TABLE t DROP COLUMN y;

SELECT 'done';

INSERT INTO alembic_version (version_num) VALUES ('a1') RETURNING alembic_version.version_num;

COMMIT;

--- case: declarative_base_of_old
BEGIN;

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

INSERT INTO alembic_version (version_num) VALUES ('a1') RETURNING alembic_version.version_num;

COMMIT;

--- case: alter_column_of_a_column_object
BEGIN;

CREATE TABLE alembic_version (
    version_num VARCHAR(32) NOT NULL, 
    CONSTRAINT alembic_version_pkc PRIMARY KEY (version_num)
);

-- Running upgrade  -> a1

SELECT 'done';

INSERT INTO alembic_version (version_num) VALUES ('a1') RETURNING alembic_version.version_num;

COMMIT;

--- case: int_to_bytes
BEGIN;

CREATE TABLE alembic_version (
    version_num VARCHAR(32) NOT NULL, 
    CONSTRAINT alembic_version_pkc PRIMARY KEY (version_num)
);

-- Running upgrade  -> a1

SELECT '00000102 020100 fffe 05';

SELECT 'int too big to convert';

SELECT 'int too big to convert';

INSERT INTO alembic_version (version_num) VALUES ('a1') RETURNING alembic_version.version_num;

COMMIT;

--- case: types_that_a_package_passes_on
BEGIN;

CREATE TABLE alembic_version (
    version_num VARCHAR(32) NOT NULL, 
    CONSTRAINT alembic_version_pkc PRIMARY KEY (version_num)
);

-- Running upgrade  -> a1

CREATE TABLE t (
    id UUID NOT NULL, 
    n INTEGER, 
    s VARCHAR NOT NULL, 
    FOREIGN KEY(n) REFERENCES o (id)
);

INSERT INTO alembic_version (version_num) VALUES ('a1') RETURNING alembic_version.version_num;

COMMIT;

--- case: geoalchemy_indexes
BEGIN;

CREATE TABLE alembic_version (
    version_num VARCHAR(32) NOT NULL, 
    CONSTRAINT alembic_version_pkc PRIMARY KEY (version_num)
);

-- Running upgrade  -> a1

CREATE TABLE x (
    id SERIAL NOT NULL, 
    g geometry(POINT,4326), 
    n geometry(POINT,4326), 
    PRIMARY KEY (id)
);

CREATE INDEX idx_x_g ON x USING gist (g);

ALTER TABLE x ADD COLUMN h geography(POINT,4326);

CREATE INDEX idx_x_h ON x USING gist (h);

ALTER TABLE x ADD COLUMN k geometry(POINTZ,4326);

CREATE INDEX idx_x_k ON x USING gist (k gist_geometry_ops_nd);

ALTER TABLE x ADD COLUMN r raster;

CREATE INDEX idx_x_r ON x USING gist (ST_ConvexHull(r));

CREATE TABLE s.y (
    g geometry(POINT,4326) NOT NULL
);

CREATE INDEX idx_y_g ON s.y USING gist (g);

ALTER TABLE x ALTER COLUMN g TYPE geometry(POLYGON,4326);

INSERT INTO alembic_version (version_num) VALUES ('a1') RETURNING alembic_version.version_num;

COMMIT;

--- case: mapped_classes
BEGIN;

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

INSERT INTO alembic_version (version_num) VALUES ('a1') RETURNING alembic_version.version_num;

COMMIT;

--- case: declarative_base_of_a_class
BEGIN;

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

INSERT INTO alembic_version (version_num) VALUES ('a1') RETURNING alembic_version.version_num;

COMMIT;

--- case: create_table_passes_over_what_is_no_part
BEGIN;

CREATE TABLE alembic_version (
    version_num VARCHAR(32) NOT NULL, 
    CONSTRAINT alembic_version_pkc PRIMARY KEY (version_num)
);

-- Running upgrade  -> a1

CREATE TABLE t (
    a INTEGER, 
    CONSTRAINT uq_a UNIQUE (a)
);

INSERT INTO alembic_version (version_num) VALUES ('a1') RETURNING alembic_version.version_num;

COMMIT;

--- case: try_to_drop_a_constraint_without_a_name
BEGIN;

CREATE TABLE alembic_version (
    version_num VARCHAR(32) NOT NULL, 
    CONSTRAINT alembic_version_pkc PRIMARY KEY (version_num)
);

-- Running upgrade  -> a1

SELECT 'otherwise';

INSERT INTO alembic_version (version_num) VALUES ('a1') RETURNING alembic_version.version_num;

COMMIT;

--- case: lateral_of_a_named_function
BEGIN;

CREATE TABLE alembic_version (
    version_num VARCHAR(32) NOT NULL, 
    CONSTRAINT alembic_version_pkc PRIMARY KEY (version_num)
);

-- Running upgrade  -> a1

SELECT users.id, t_1.elem 
FROM users JOIN LATERAL jsonb_array_elements_text(users.pinned) WITH ORDINALITY AS t_1(elem, ord) ON true;

SELECT users.id, u.elem 
FROM users JOIN LATERAL jsonb_array_elements_text(users.pinned) WITH ORDINALITY AS u(elem, ord) ON true;

SELECT users.id, anon_1.elem 
FROM users JOIN LATERAL jsonb_array_elements_text(users.pinned) WITH ORDINALITY AS anon_1(elem, ord) ON true;

SELECT users.id, anon_1.elem 
FROM users JOIN LATERAL jsonb_array_elements_text(users.pinned) WITH ORDINALITY AS anon_1 ON true;

INSERT INTO alembic_version (version_num) VALUES ('a1') RETURNING alembic_version.version_num;

COMMIT;

--- case: programs::sets_in_order
BEGIN;

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

INSERT INTO alembic_version (version_num) VALUES ('a1') RETURNING alembic_version.version_num;

COMMIT;

--- case: programs::dialect_flags
BEGIN;

CREATE TABLE alembic_version (
    version_num VARCHAR(32) NOT NULL, 
    CONSTRAINT alembic_version_pkc PRIMARY KEY (version_num)
);

-- Running upgrade  -> a1

SELECT 'alter True';

SELECT 'comments True';

SELECT 'constraint_comments True';

SELECT 'default_values True';

SELECT 'empty_insert False';

SELECT 'identity_columns True';

SELECT 'native_boolean True';

SELECT 'native_enum True';

SELECT 'native_uuid True';

SELECT 'schemas True';

SELECT 'sequences True';

SELECT 'views True';

SELECT 63;

SELECT 'False False';

INSERT INTO alembic_version (version_num) VALUES ('a1') RETURNING alembic_version.version_num;

COMMIT;

--- case: classes_of_the_project
BEGIN;

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

INSERT INTO alembic_version (version_num) VALUES ('a1') RETURNING alembic_version.version_num;

COMMIT;

--- case: try_column_with_foreign_key
BEGIN;

CREATE TABLE alembic_version (
    version_num VARCHAR(32) NOT NULL, 
    CONSTRAINT alembic_version_pkc PRIMARY KEY (version_num)
);

-- Running upgrade  -> a1

ALTER TABLE t ADD COLUMN u_id INTEGER;

ALTER TABLE t ADD FOREIGN KEY(u_id) REFERENCES u (id);

INSERT INTO alembic_version (version_num) VALUES ('a1') RETURNING alembic_version.version_num;

COMMIT;

--- case: try_column_with_index
BEGIN;

CREATE TABLE alembic_version (
    version_num VARCHAR(32) NOT NULL, 
    CONSTRAINT alembic_version_pkc PRIMARY KEY (version_num)
);

-- Running upgrade  -> a1

ALTER TABLE t ADD COLUMN u_id INTEGER;

ALTER TABLE t ADD CONSTRAINT fk_u FOREIGN KEY(u_id) REFERENCES u (id);

CREATE INDEX ix_t_u_id ON t (u_id);

SELECT 'done';

INSERT INTO alembic_version (version_num) VALUES ('a1') RETURNING alembic_version.version_num;

COMMIT;

