--- case: sqlalchemy::index::op_create_index__ix____t_____a____b____unique_True_1
CREATE TABLE alembic_version (
    version_num VARCHAR(32) NOT NULL, 
    CONSTRAINT alembic_version_pkc PRIMARY KEY (version_num)
);

-- Running upgrade  -> a1

CREATE UNIQUE INDEX ix ON t (a, b);

INSERT INTO alembic_version (version_num) VALUES ('a1') RETURNING version_num;

--- case: sqlalchemy::index::op_create_index_None___t_____a_3
CREATE TABLE alembic_version (
    version_num VARCHAR(32) NOT NULL, 
    CONSTRAINT alembic_version_pkc PRIMARY KEY (version_num)
);

-- Running upgrade  -> a1

CREATE INDEX ix_t_a ON t (a);

INSERT INTO alembic_version (version_num) VALUES ('a1') RETURNING version_num;

--- case: sqlalchemy::index::op_create_index__ix____t____sa_func_lower_sa_column__a______b_6
CREATE TABLE alembic_version (
    version_num VARCHAR(32) NOT NULL, 
    CONSTRAINT alembic_version_pkc PRIMARY KEY (version_num)
);

-- Running upgrade  -> a1

CREATE INDEX ix ON t (lower(a), b);

INSERT INTO alembic_version (version_num) VALUES ('a1') RETURNING version_num;

--- case: sqlalchemy::index::op_create_index__ix____t____sa_text__a_DESC____sa_column__b___desc___n_7
CREATE TABLE alembic_version (
    version_num VARCHAR(32) NOT NULL, 
    CONSTRAINT alembic_version_pkc PRIMARY KEY (version_num)
);

-- Running upgrade  -> a1

CREATE INDEX ix ON t (a DESC, b DESC NULLS LAST);

INSERT INTO alembic_version (version_num) VALUES ('a1') RETURNING version_num;

--- case: sqlalchemy::index::op_drop_index_op_f__ix_t_a____table_name__t_15
CREATE TABLE alembic_version (
    version_num VARCHAR(32) NOT NULL, 
    CONSTRAINT alembic_version_pkc PRIMARY KEY (version_num)
);

-- Running upgrade  -> a1

DROP INDEX ix_t_a;

INSERT INTO alembic_version (version_num) VALUES ('a1') RETURNING version_num;

--- case: sqlalchemy::index::op_drop_index__Ix_M____T_18
CREATE TABLE alembic_version (
    version_num VARCHAR(32) NOT NULL, 
    CONSTRAINT alembic_version_pkc PRIMARY KEY (version_num)
);

-- Running upgrade  -> a1

DROP INDEX "Ix M";

INSERT INTO alembic_version (version_num) VALUES ('a1') RETURNING version_num;

--- case: indexes::elements_of_json_documents
CREATE TABLE alembic_version (
    version_num VARCHAR(32) NOT NULL, 
    CONSTRAINT alembic_version_pkc PRIMARY KEY (version_num)
);

-- Running upgrade  -> a1

CREATE INDEX ix_path ON t (CAST(JSON_EXTRACT(j, '$."user"[0]."it''s"') AS VARCHAR)) WHERE CAST(JSON_EXTRACT(j, '$."kind"') AS VARCHAR) = 'a';

CREATE INDEX ix_first ON t (CAST(JSON_EXTRACT(j, '$[0]') AS INTEGER), JSON_QUOTE(JSON_EXTRACT(j, '$."n"')));

INSERT INTO alembic_version (version_num) VALUES ('a1') RETURNING version_num;

