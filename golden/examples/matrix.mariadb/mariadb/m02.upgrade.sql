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

