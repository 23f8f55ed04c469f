--- case: sqlalchemy::error::bad_kwarg
CREATE TABLE alembic_version (
    version_num VARCHAR(32) NOT NULL, 
    CONSTRAINT alembic_version_pkc PRIMARY KEY (version_num)
);

-- Running upgrade  -> a1

CREATE INDEX ix ON t (a);

INSERT INTO alembic_version (version_num) VALUES ('a1') RETURNING alembic_version.version_num;

--- case: sqlalchemy::error::bad_dialect_kw
--- error: ArgumentError: Argument 'postgresql_nosuch' is not accepted by dialect 'postgresql' on behalf of <class 'sqlalchemy.sql.schema.Index'>
--- case: sqlalchemy::error::bad_type_
--- error: TypeError: 'type' can be one of 'check', 'foreignkey', 'primary', 'unique', None
--- case: sqlalchemy::error::not_implemented
--- error: NotImplementedError: 
--- case: sqlalchemy::error::bulk_tuple
--- error: TypeError: List of dictionaries expected
