CREATE TABLE alembic_version (
    version_num VARCHAR(32) NOT NULL, 
    CONSTRAINT alembic_version_pkc PRIMARY KEY (version_num)
);

-- Running upgrade  -> m01

CREATE TABLE every_type (
    id INTEGER NOT NULL AUTO_INCREMENT, 
    c01 INTEGER, 
    c02 SMALLINT, 
    c03 BIGINT, 
    c04 NUMERIC, 
    c05 NUMERIC(10, 2), 
    c06 NUMERIC(10, 2), 
    c07 FLOAT, 
    c08 FLOAT(24), 
    c09 DOUBLE, 
    c10 BOOL, 
    c11 DATE, 
    c12 DATETIME, 
    c13 DATETIME, 
    c14 TIME, 
    c15 DATETIME, 
    c16 VARCHAR(20), 
    c17 VARCHAR(20), 
    c18 TEXT, 
    c19 TEXT, 
    c20 BLOB, 
    c21 JSON, 
    c22 UUID, 
    c23 CHAR(32), 
    c24 UUID, 
    c25 BLOB, 
    c26 CHAR(3), 
    c27 VARCHAR(5), 
    c28 NATIONAL CHAR(3), 
    c29 NATIONAL VARCHAR(5), 
    c30 TEXT, 
    c31 INTEGER, 
    c32 SMALLINT, 
    c33 BIGINT, 
    c34 NUMERIC(8, 3), 
    c35 DECIMAL(8, 3), 
    c36 FLOAT, 
    c37 REAL, 
    c38 DOUBLE, 
    c39 DOUBLE PRECISION, 
    c40 BOOL, 
    c41 DATE, 
    c42 TIME, 
    c43 TIMESTAMP NULL, 
    c44 VARCHAR(9), 
    c45 ENUM('a','b''c'), 
    c46 VARCHAR(9), 
    c47 VARCHAR(1), 
    c48 BOOL, 
    c49 BIGINT, 
    c50 BIGINT(20), 
    c51 BIGINT UNSIGNED, 
    c52 BINARY(5), 
    c53 BIT, 
    c54 BIT(5), 
    c55 BLOB, 
    c56 BLOB(100), 
    c57 BOOL, 
    c58 CHAR(5), 
    c59 DATE, 
    c60 DATETIME, 
    c61 DATETIME(3), 
    c62 DECIMAL(10, 2), 
    c63 DECIMAL(10, 2) UNSIGNED, 
    c64 DECIMAL(10, 2) ZEROFILL, 
    c65 DOUBLE, 
    c66 DOUBLE(10, 3), 
    c67 DOUBLE(10, 3) UNSIGNED, 
    c68 FLOAT, 
    c69 FLOAT(10, 2), 
    c70 FLOAT(30), 
    c71 INTEGER, 
    c72 INTEGER(11), 
    c73 INTEGER UNSIGNED, 
    c74 INTEGER(5) ZEROFILL, 
    c75 JSON, 
    c76 LONGBLOB, 
    c77 LONGTEXT, 
    c78 MEDIUMBLOB, 
    c79 MEDIUMINT, 
    c80 MEDIUMINT UNSIGNED, 
    c81 MEDIUMTEXT, 
    c82 NATIONAL CHAR(5), 
    c83 NUMERIC(8, 2), 
    c84 NATIONAL VARCHAR(5), 
    c85 REAL(8, 2), 
    c86 SMALLINT, 
    c87 SMALLINT(3) UNSIGNED, 
    c88 TEXT, 
    c89 TEXT(300), 
    c90 TIME, 
    c91 TIME(6), 
    c92 TINYBLOB, 
    c93 TINYINT, 
    c94 TINYINT(1), 
    c95 TINYINT UNSIGNED, 
    c96 TINYTEXT, 
    c97 VARBINARY(10), 
    c98 VARCHAR(10), 
    c99 YEAR, 
    c100 YEAR(4), 
    c101 TIMESTAMP(2) NULL, 
    c102 ENUM('p','q') CHARACTER SET latin1, 
    c103 SET('r','s'), 
    c104 SET('1','2'), 
    c105 VARCHAR(10) CHARACTER SET latin1 COLLATE latin1_german1_ci, 
    c106 TEXT ASCII, 
    c107 VARCHAR(10) UNICODE, 
    c108 CHAR(4) BINARY, 
    c109 NATIONAL VARCHAR(5) COLLATE utf8mb3_bin, 
    c110 LONGTEXT CHARACTER SET utf8mb4 COLLATE utf8mb4_unicode_ci, 
    c111 VARCHAR(8) COLLATE utf8mb4_bin, 
    c112 TEXT(500), 
    c113 BLOB(40), 
    c114 VARCHAR(6), 
    PRIMARY KEY (id), 
    CONSTRAINT ck_not_native CHECK (c47 IN ('x', 'y')), 
    CONSTRAINT ck_truth CHECK (c48 IN (0, 1))
);

INSERT INTO every_type (id, c05, c16, c10, c11, c12) VALUES (1, 1.5, 'it''s 100%', true, '2020-02-03', '2020-02-03 04:05:06');

INSERT INTO every_type (id, c05, c16, c10, c11, c12) VALUES (2, NULL, 'a\\b :x', false, NULL, NULL);

INSERT INTO alembic_version (version_num) VALUES ('m01') RETURNING alembic_version.version_num;

-- Running upgrade m01 -> m02

CREATE TABLE parents (
    id BIGINT NOT NULL AUTO_INCREMENT, 
    small SMALLINT NOT NULL, 
    code VARCHAR(10) NOT NULL COMMENT 'its ''code''', 
    name VARCHAR(30) DEFAULT 'it''s', 
    made DATETIME NOT NULL DEFAULT (now()), 
    touched TIMESTAMP NOT NULL DEFAULT CURRENT_TIMESTAMP ON UPDATE CURRENT_TIMESTAMP, 
    cents INTEGER DEFAULT 0, 
    calculated INTEGER DEFAULT (1 + 2), 
    euros NUMERIC(10, 2) GENERATED ALWAYS AS (cents / 100) STORED, 
    half INTEGER GENERATED ALWAYS AS (cents / 2) VIRTUAL, 
    CONSTRAINT ignored_by_mysql PRIMARY KEY (id), 
    CONSTRAINT uq_parents UNIQUE (small, name), 
    CONSTRAINT ck_small CHECK (small > 0 AND name <> '%'), 
    UNIQUE (code)
)ENGINE=InnoDB CHARSET=utf8mb4 ROW_FORMAT=DYNAMIC AUTO_INCREMENT=100 STATS_PERSISTENT=0 COMMENT='a table''s comment' COLLATE utf8mb4_unicode_ci;

CREATE INDEX ix_parents_name ON parents (name);

CREATE TABLE `Children` (
    id INTEGER NOT NULL AUTO_INCREMENT, 
    parent_id BIGINT, 
    code VARCHAR(10), 
    `order` INTEGER DEFAULT 7, 
    uid VARCHAR(36) DEFAULT (uuid()), 
    PRIMARY KEY (id), 
    CONSTRAINT uq_code UNIQUE (code), 
    CONSTRAINT fk_parent FOREIGN KEY(parent_id) REFERENCES parents (id) ON DELETE CASCADE ON UPDATE SET NULL
)ENGINE=InnoDB KEY_BLOCK_SIZE=8 ROW_FORMAT=COMPRESSED;

CREATE TABLE counted (
    `group` INTEGER NOT NULL, 
    n INTEGER NOT NULL AUTO_INCREMENT, 
    PRIMARY KEY (n, `group`)
)ENGINE=MyISAM;

CREATE TABLE keyless (
    a INTEGER, 
    b INTEGER
);

ALTER TABLE keyless ADD CONSTRAINT pk_keyless PRIMARY KEY (a, b);

ALTER TABLE keyless ADD CONSTRAINT uq_b UNIQUE (b);

ALTER TABLE keyless ADD CONSTRAINT ck_b CHECK (b > 5);

ALTER TABLE keyless ADD CONSTRAINT fk_a FOREIGN KEY(a) REFERENCES `Children` (id) ON DELETE RESTRICT;

UPDATE alembic_version SET version_num='m02' WHERE alembic_version.version_num = 'm01';

-- Running upgrade m02 -> m03

CREATE TABLE things (
    id INTEGER NOT NULL AUTO_INCREMENT, 
    a VARCHAR(200), 
    b INTEGER, 
    `body` TEXT, 
    `Odd name` TEXT, 
    PRIMARY KEY (id)
);

CREATE INDEX ix_plain ON things (a, b);

CREATE UNIQUE INDEX ix_unique ON things (a);

CREATE INDEX ix_length ON things (a(10));

CREATE INDEX ix_lengths ON things (a(5), `Odd name`(7));

CREATE FULLTEXT INDEX ix_fulltext ON things (`body`);

CREATE INDEX ix_hash ON things (b) USING hash;

CREATE INDEX ix_desc ON things (b DESC);

CREATE INDEX ix_desc_column ON things (b DESC, a);

CREATE INDEX IF NOT EXISTS ix_if ON things (b);

UPDATE alembic_version SET version_num='m03' WHERE alembic_version.version_num = 'm02';

-- Running upgrade m03 -> m04

CREATE TABLE changing (
    id INTEGER NOT NULL AUTO_INCREMENT, 
    a VARCHAR(20), 
    b INTEGER, 
    c INTEGER DEFAULT '4', 
    d INTEGER NOT NULL, 
    e TEXT, 
    t TIMESTAMP NULL, 
    PRIMARY KEY (id)
);

ALTER TABLE changing MODIFY a INTEGER NULL;

ALTER TABLE changing MODIFY b INTEGER NOT NULL;

ALTER TABLE changing ALTER COLUMN c DROP DEFAULT;

ALTER TABLE changing ALTER COLUMN c SET DEFAULT 9;

ALTER TABLE changing CHANGE d `Renamed d` BIGINT NULL DEFAULT '3' COMMENT 'it''s new';

ALTER TABLE changing MODIFY e TEXT NULL COMMENT 'a comment';

ALTER TABLE changing MODIFY e TEXT NOT NULL;

ALTER TABLE changing CHANGE b bb INTEGER NOT NULL DEFAULT 3;

ALTER TABLE changing CHANGE t t TIMESTAMP NOT NULL DEFAULT CURRENT_TIMESTAMP;

ALTER TABLE changing MODIFY id BIGINT NOT NULL AUTO_INCREMENT;

ALTER TABLE changing ADD COLUMN f BOOL NOT NULL DEFAULT true;

ALTER TABLE changing ADD COLUMN g BIGINT COMMENT 'itself';

ALTER TABLE changing ADD CONSTRAINT fk_g FOREIGN KEY(g) REFERENCES changing (id);

ALTER TABLE changing ADD COLUMN h INTEGER GENERATED ALWAYS AS (a * 2);

ALTER TABLE changing ADD COLUMN IF NOT EXISTS j INTEGER;

ALTER TABLE changing COMMENT 'changes';

ALTER TABLE changing DROP COLUMN IF EXISTS j;

ALTER TABLE changing RENAME TO `Changed`;

ALTER TABLE `Changed` ADD COLUMN k VARCHAR(3);

CREATE INDEX ix_k ON `Changed` (k);

UPDATE alembic_version SET version_num='m04' WHERE alembic_version.version_num = 'm03';

-- Running upgrade m04 -> m05

CREATE TABLE words (
    id INTEGER NOT NULL AUTO_INCREMENT, 
    word VARCHAR(20), 
    n INTEGER, 
    PRIMARY KEY (id)
);

INSERT INTO words (id, word, n) VALUES (1, 'one', 1);

INSERT INTO words (id, word, n) VALUES (2, 'two\\''', NULL);

UPDATE words SET n=CASE WHEN (words.word LIKE 't%') THEN 22 ELSE 0 END WHERE words.n IS NULL;

INSERT INTO words (id, word, n) SELECT words.id + 10 AS anon_1, concat(words.word, '-', words.id) AS concat_1, coalesce(words.n, 3) AS coalesce_1 
FROM words 
WHERE words.id IN (1, 2) ORDER BY words.id DESC 
 LIMIT 1;

DELETE FROM words WHERE words.n > 20 AND (words.word = 'x' OR words.id BETWEEN 11 AND 12);

UPDATE alembic_version SET version_num='m05' WHERE alembic_version.version_num = 'm04';

