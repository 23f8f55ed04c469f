--- case: sqlalchemy::type::sa_SMALLINT_7
CREATE TABLE alembic_version (
    version_num VARCHAR(32) NOT NULL, 
    CONSTRAINT alembic_version_pkc PRIMARY KEY (version_num)
);

-- Running upgrade  -> a1

CREATE TABLE thing (
    id INTEGER NOT NULL AUTO_INCREMENT, 
    c SMALLINT, 
    d SMALLINT NOT NULL, 
    PRIMARY KEY (id)
);

INSERT INTO alembic_version (version_num) VALUES ('a1');

--- case: sqlalchemy::type::sa_String_8
--- error: CompileError: (in table 'thing', column 'c'): VARCHAR requires a length on dialect mysql
--- case: sqlalchemy::type::sa_String_50_9
CREATE TABLE alembic_version (
    version_num VARCHAR(32) NOT NULL, 
    CONSTRAINT alembic_version_pkc PRIMARY KEY (version_num)
);

-- Running upgrade  -> a1

CREATE TABLE thing (
    id INTEGER NOT NULL AUTO_INCREMENT, 
    c VARCHAR(50), 
    d VARCHAR(50) NOT NULL, 
    PRIMARY KEY (id)
);

INSERT INTO alembic_version (version_num) VALUES ('a1');

--- case: sqlalchemy::type::sa_String_length_255_10
CREATE TABLE alembic_version (
    version_num VARCHAR(32) NOT NULL, 
    CONSTRAINT alembic_version_pkc PRIMARY KEY (version_num)
);

-- Running upgrade  -> a1

CREATE TABLE thing (
    id INTEGER NOT NULL AUTO_INCREMENT, 
    c VARCHAR(255), 
    d VARCHAR(255) NOT NULL, 
    PRIMARY KEY (id)
);

INSERT INTO alembic_version (version_num) VALUES ('a1');

--- case: sqlalchemy::type::sa_String_50__collation__utf8mb4_bin_12
CREATE TABLE alembic_version (
    version_num VARCHAR(32) NOT NULL, 
    CONSTRAINT alembic_version_pkc PRIMARY KEY (version_num)
);

-- Running upgrade  -> a1

CREATE TABLE thing (
    id INTEGER NOT NULL AUTO_INCREMENT, 
    c VARCHAR(50) COLLATE utf8mb4_bin, 
    d VARCHAR(50) COLLATE utf8mb4_bin NOT NULL, 
    PRIMARY KEY (id)
);

INSERT INTO alembic_version (version_num) VALUES ('a1');

--- case: sqlalchemy::type::sa_VARCHAR_20_13
CREATE TABLE alembic_version (
    version_num VARCHAR(32) NOT NULL, 
    CONSTRAINT alembic_version_pkc PRIMARY KEY (version_num)
);

-- Running upgrade  -> a1

CREATE TABLE thing (
    id INTEGER NOT NULL AUTO_INCREMENT, 
    c VARCHAR(20), 
    d VARCHAR(20) NOT NULL, 
    PRIMARY KEY (id)
);

INSERT INTO alembic_version (version_num) VALUES ('a1');

--- case: sqlalchemy::type::sa_VARCHAR_14
--- error: CompileError: (in table 'thing', column 'c'): VARCHAR requires a length on dialect mysql
--- case: sqlalchemy::type::sa_CHAR_5_16
CREATE TABLE alembic_version (
    version_num VARCHAR(32) NOT NULL, 
    CONSTRAINT alembic_version_pkc PRIMARY KEY (version_num)
);

-- Running upgrade  -> a1

CREATE TABLE thing (
    id INTEGER NOT NULL AUTO_INCREMENT, 
    c CHAR(5), 
    d CHAR(5) NOT NULL, 
    PRIMARY KEY (id)
);

INSERT INTO alembic_version (version_num) VALUES ('a1');

--- case: sqlalchemy::type::sa_NCHAR_5_17
CREATE TABLE alembic_version (
    version_num VARCHAR(32) NOT NULL, 
    CONSTRAINT alembic_version_pkc PRIMARY KEY (version_num)
);

-- Running upgrade  -> a1

CREATE TABLE thing (
    id INTEGER NOT NULL AUTO_INCREMENT, 
    c NATIONAL CHAR(5), 
    d NATIONAL CHAR(5) NOT NULL, 
    PRIMARY KEY (id)
);

INSERT INTO alembic_version (version_num) VALUES ('a1');

--- case: sqlalchemy::type::sa_NVARCHAR_40_18
CREATE TABLE alembic_version (
    version_num VARCHAR(32) NOT NULL, 
    CONSTRAINT alembic_version_pkc PRIMARY KEY (version_num)
);

-- Running upgrade  -> a1

CREATE TABLE thing (
    id INTEGER NOT NULL AUTO_INCREMENT, 
    c NATIONAL VARCHAR(40), 
    d NATIONAL VARCHAR(40) NOT NULL, 
    PRIMARY KEY (id)
);

INSERT INTO alembic_version (version_num) VALUES ('a1');

--- case: sqlalchemy::type::sa_UnicodeText_22
CREATE TABLE alembic_version (
    version_num VARCHAR(32) NOT NULL, 
    CONSTRAINT alembic_version_pkc PRIMARY KEY (version_num)
);

-- Running upgrade  -> a1

CREATE TABLE thing (
    id INTEGER NOT NULL AUTO_INCREMENT, 
    c TEXT, 
    d TEXT NOT NULL, 
    PRIMARY KEY (id)
);

INSERT INTO alembic_version (version_num) VALUES ('a1');

--- case: sqlalchemy::type::sa_Text_24
CREATE TABLE alembic_version (
    version_num VARCHAR(32) NOT NULL, 
    CONSTRAINT alembic_version_pkc PRIMARY KEY (version_num)
);

-- Running upgrade  -> a1

CREATE TABLE thing (
    id INTEGER NOT NULL AUTO_INCREMENT, 
    c TEXT, 
    d TEXT NOT NULL, 
    PRIMARY KEY (id)
);

INSERT INTO alembic_version (version_num) VALUES ('a1');

--- case: sqlalchemy::type::sa_TEXT_27
CREATE TABLE alembic_version (
    version_num VARCHAR(32) NOT NULL, 
    CONSTRAINT alembic_version_pkc PRIMARY KEY (version_num)
);

-- Running upgrade  -> a1

CREATE TABLE thing (
    id INTEGER NOT NULL AUTO_INCREMENT, 
    c TEXT, 
    d TEXT NOT NULL, 
    PRIMARY KEY (id)
);

INSERT INTO alembic_version (version_num) VALUES ('a1');

--- case: sqlalchemy::type::sa_Text_collation__de_DE_28
CREATE TABLE alembic_version (
    version_num VARCHAR(32) NOT NULL, 
    CONSTRAINT alembic_version_pkc PRIMARY KEY (version_num)
);

-- Running upgrade  -> a1

CREATE TABLE thing (
    id INTEGER NOT NULL AUTO_INCREMENT, 
    c TEXT COLLATE de_DE, 
    d TEXT COLLATE de_DE NOT NULL, 
    PRIMARY KEY (id)
);

INSERT INTO alembic_version (version_num) VALUES ('a1');

--- case: sqlalchemy::type::sa_CLOB_29
CREATE TABLE alembic_version (
    version_num VARCHAR(32) NOT NULL, 
    CONSTRAINT alembic_version_pkc PRIMARY KEY (version_num)
);

-- Running upgrade  -> a1

CREATE TABLE thing (
    id INTEGER NOT NULL AUTO_INCREMENT, 
    c CLOB, 
    d CLOB NOT NULL, 
    PRIMARY KEY (id)
);

INSERT INTO alembic_version (version_num) VALUES ('a1');

--- case: sqlalchemy::type::sa_Numeric_10__2_31
CREATE TABLE alembic_version (
    version_num VARCHAR(32) NOT NULL, 
    CONSTRAINT alembic_version_pkc PRIMARY KEY (version_num)
);

-- Running upgrade  -> a1

CREATE TABLE thing (
    id INTEGER NOT NULL AUTO_INCREMENT, 
    c NUMERIC(10, 2), 
    d NUMERIC(10, 2) NOT NULL, 
    PRIMARY KEY (id)
);

INSERT INTO alembic_version (version_num) VALUES ('a1');

--- case: sqlalchemy::type::sa_Numeric_precision_18__scale_4__asdecimal_False_32
CREATE TABLE alembic_version (
    version_num VARCHAR(32) NOT NULL, 
    CONSTRAINT alembic_version_pkc PRIMARY KEY (version_num)
);

-- Running upgrade  -> a1

CREATE TABLE thing (
    id INTEGER NOT NULL AUTO_INCREMENT, 
    c NUMERIC(18, 4), 
    d NUMERIC(18, 4) NOT NULL, 
    PRIMARY KEY (id)
);

INSERT INTO alembic_version (version_num) VALUES ('a1');

--- case: sqlalchemy::type::sa_DECIMAL_8__3_34
CREATE TABLE alembic_version (
    version_num VARCHAR(32) NOT NULL, 
    CONSTRAINT alembic_version_pkc PRIMARY KEY (version_num)
);

-- Running upgrade  -> a1

CREATE TABLE thing (
    id INTEGER NOT NULL AUTO_INCREMENT, 
    c DECIMAL(8, 3), 
    d DECIMAL(8, 3) NOT NULL, 
    PRIMARY KEY (id)
);

INSERT INTO alembic_version (version_num) VALUES ('a1');

--- case: sqlalchemy::type::sa_NUMERIC_5_36
CREATE TABLE alembic_version (
    version_num VARCHAR(32) NOT NULL, 
    CONSTRAINT alembic_version_pkc PRIMARY KEY (version_num)
);

-- Running upgrade  -> a1

CREATE TABLE thing (
    id INTEGER NOT NULL AUTO_INCREMENT, 
    c NUMERIC(5), 
    d NUMERIC(5) NOT NULL, 
    PRIMARY KEY (id)
);

INSERT INTO alembic_version (version_num) VALUES ('a1');

--- case: sqlalchemy::type::sa_Float_24_38
CREATE TABLE alembic_version (
    version_num VARCHAR(32) NOT NULL, 
    CONSTRAINT alembic_version_pkc PRIMARY KEY (version_num)
);

-- Running upgrade  -> a1

CREATE TABLE thing (
    id INTEGER NOT NULL AUTO_INCREMENT, 
    c FLOAT(24), 
    d FLOAT(24) NOT NULL, 
    PRIMARY KEY (id)
);

INSERT INTO alembic_version (version_num) VALUES ('a1');

--- case: sqlalchemy::type::sa_Float_53_39
CREATE TABLE alembic_version (
    version_num VARCHAR(32) NOT NULL, 
    CONSTRAINT alembic_version_pkc PRIMARY KEY (version_num)
);

-- Running upgrade  -> a1

CREATE TABLE thing (
    id INTEGER NOT NULL AUTO_INCREMENT, 
    c FLOAT(53), 
    d FLOAT(53) NOT NULL, 
    PRIMARY KEY (id)
);

INSERT INTO alembic_version (version_num) VALUES ('a1');

--- case: sqlalchemy::type::sa_Float_precision_10__asdecimal_True_40
CREATE TABLE alembic_version (
    version_num VARCHAR(32) NOT NULL, 
    CONSTRAINT alembic_version_pkc PRIMARY KEY (version_num)
);

-- Running upgrade  -> a1

CREATE TABLE thing (
    id INTEGER NOT NULL AUTO_INCREMENT, 
    c FLOAT(10), 
    d FLOAT(10) NOT NULL, 
    PRIMARY KEY (id)
);

INSERT INTO alembic_version (version_num) VALUES ('a1');

--- case: sqlalchemy::type::sa_Double_45
CREATE TABLE alembic_version (
    version_num VARCHAR(32) NOT NULL, 
    CONSTRAINT alembic_version_pkc PRIMARY KEY (version_num)
);

-- Running upgrade  -> a1

CREATE TABLE thing (
    id INTEGER NOT NULL AUTO_INCREMENT, 
    c DOUBLE, 
    d DOUBLE NOT NULL, 
    PRIMARY KEY (id)
);

INSERT INTO alembic_version (version_num) VALUES ('a1');

--- case: sqlalchemy::type::sa_Double_53_46
--- error: ArgumentError: You must specify both precision and scale or omit both altogether.
--- case: sqlalchemy::type::sa_DOUBLE_PRECISION_48
CREATE TABLE alembic_version (
    version_num VARCHAR(32) NOT NULL, 
    CONSTRAINT alembic_version_pkc PRIMARY KEY (version_num)
);

-- Running upgrade  -> a1

CREATE TABLE thing (
    id INTEGER NOT NULL AUTO_INCREMENT, 
    c DOUBLE PRECISION, 
    d DOUBLE PRECISION NOT NULL, 
    PRIMARY KEY (id)
);

INSERT INTO alembic_version (version_num) VALUES ('a1');

--- case: sqlalchemy::type::sa_DOUBLE_PRECISION_20_49
--- error: ArgumentError: You must specify both precision and scale or omit both altogether.
--- case: sqlalchemy::type::sa_Boolean_create_constraint_True__name__ck_flag_53
CREATE TABLE alembic_version (
    version_num VARCHAR(32) NOT NULL, 
    CONSTRAINT alembic_version_pkc PRIMARY KEY (version_num)
);

-- Running upgrade  -> a1

CREATE TABLE thing (
    id INTEGER NOT NULL AUTO_INCREMENT, 
    c BOOL, 
    d BOOL NOT NULL, 
    PRIMARY KEY (id), 
    CONSTRAINT ck_flag CHECK (c IN (0, 1)), 
    CONSTRAINT ck_flag CHECK (d IN (0, 1))
);

INSERT INTO alembic_version (version_num) VALUES ('a1');

--- case: sqlalchemy::type::sa_Boolean_name__unused_name_54
CREATE TABLE alembic_version (
    version_num VARCHAR(32) NOT NULL, 
    CONSTRAINT alembic_version_pkc PRIMARY KEY (version_num)
);

-- Running upgrade  -> a1

CREATE TABLE thing (
    id INTEGER NOT NULL AUTO_INCREMENT, 
    c BOOL, 
    d BOOL NOT NULL, 
    PRIMARY KEY (id)
);

INSERT INTO alembic_version (version_num) VALUES ('a1');

--- case: sqlalchemy::type::sa_Date_55
CREATE TABLE alembic_version (
    version_num VARCHAR(32) NOT NULL, 
    CONSTRAINT alembic_version_pkc PRIMARY KEY (version_num)
);

-- Running upgrade  -> a1

CREATE TABLE thing (
    id INTEGER NOT NULL AUTO_INCREMENT, 
    c DATE, 
    d DATE NOT NULL, 
    PRIMARY KEY (id)
);

INSERT INTO alembic_version (version_num) VALUES ('a1');

--- case: sqlalchemy::type::sa_DateTime_58
CREATE TABLE alembic_version (
    version_num VARCHAR(32) NOT NULL, 
    CONSTRAINT alembic_version_pkc PRIMARY KEY (version_num)
);

-- Running upgrade  -> a1

CREATE TABLE thing (
    id INTEGER NOT NULL AUTO_INCREMENT, 
    c DATETIME, 
    d DATETIME NOT NULL, 
    PRIMARY KEY (id)
);

INSERT INTO alembic_version (version_num) VALUES ('a1');

--- case: sqlalchemy::type::sa_DateTime_timezone_True_59
CREATE TABLE alembic_version (
    version_num VARCHAR(32) NOT NULL, 
    CONSTRAINT alembic_version_pkc PRIMARY KEY (version_num)
);

-- Running upgrade  -> a1

CREATE TABLE thing (
    id INTEGER NOT NULL AUTO_INCREMENT, 
    c DATETIME, 
    d DATETIME NOT NULL, 
    PRIMARY KEY (id)
);

INSERT INTO alembic_version (version_num) VALUES ('a1');

--- case: sqlalchemy::type::sa_DATE_60
CREATE TABLE alembic_version (
    version_num VARCHAR(32) NOT NULL, 
    CONSTRAINT alembic_version_pkc PRIMARY KEY (version_num)
);

-- Running upgrade  -> a1

CREATE TABLE thing (
    id INTEGER NOT NULL AUTO_INCREMENT, 
    c DATE, 
    d DATE NOT NULL, 
    PRIMARY KEY (id)
);

INSERT INTO alembic_version (version_num) VALUES ('a1');

--- case: sqlalchemy::type::sa_TIME_61
CREATE TABLE alembic_version (
    version_num VARCHAR(32) NOT NULL, 
    CONSTRAINT alembic_version_pkc PRIMARY KEY (version_num)
);

-- Running upgrade  -> a1

CREATE TABLE thing (
    id INTEGER NOT NULL AUTO_INCREMENT, 
    c TIME, 
    d TIME NOT NULL, 
    PRIMARY KEY (id)
);

INSERT INTO alembic_version (version_num) VALUES ('a1');

--- case: sqlalchemy::type::sa_DATETIME_62
CREATE TABLE alembic_version (
    version_num VARCHAR(32) NOT NULL, 
    CONSTRAINT alembic_version_pkc PRIMARY KEY (version_num)
);

-- Running upgrade  -> a1

CREATE TABLE thing (
    id INTEGER NOT NULL AUTO_INCREMENT, 
    c DATETIME, 
    d DATETIME NOT NULL, 
    PRIMARY KEY (id)
);

INSERT INTO alembic_version (version_num) VALUES ('a1');

--- case: sqlalchemy::type::sa_Interval_65
CREATE TABLE alembic_version (
    version_num VARCHAR(32) NOT NULL, 
    CONSTRAINT alembic_version_pkc PRIMARY KEY (version_num)
);

-- Running upgrade  -> a1

CREATE TABLE thing (
    id INTEGER NOT NULL AUTO_INCREMENT, 
    c DATETIME, 
    d DATETIME NOT NULL, 
    PRIMARY KEY (id)
);

INSERT INTO alembic_version (version_num) VALUES ('a1');

--- case: sqlalchemy::type::sa_Interval_second_precision_3_67
CREATE TABLE alembic_version (
    version_num VARCHAR(32) NOT NULL, 
    CONSTRAINT alembic_version_pkc PRIMARY KEY (version_num)
);

-- Running upgrade  -> a1

CREATE TABLE thing (
    id INTEGER NOT NULL AUTO_INCREMENT, 
    c DATETIME, 
    d DATETIME NOT NULL, 
    PRIMARY KEY (id)
);

INSERT INTO alembic_version (version_num) VALUES ('a1');

--- case: sqlalchemy::type::sa_LargeBinary_69
CREATE TABLE alembic_version (
    version_num VARCHAR(32) NOT NULL, 
    CONSTRAINT alembic_version_pkc PRIMARY KEY (version_num)
);

-- Running upgrade  -> a1

CREATE TABLE thing (
    id INTEGER NOT NULL AUTO_INCREMENT, 
    c BLOB, 
    d BLOB NOT NULL, 
    PRIMARY KEY (id)
);

INSERT INTO alembic_version (version_num) VALUES ('a1');

--- case: sqlalchemy::type::sa_BLOB_20_73
CREATE TABLE alembic_version (
    version_num VARCHAR(32) NOT NULL, 
    CONSTRAINT alembic_version_pkc PRIMARY KEY (version_num)
);

-- Running upgrade  -> a1

CREATE TABLE thing (
    id INTEGER NOT NULL AUTO_INCREMENT, 
    c BLOB(20), 
    d BLOB(20) NOT NULL, 
    PRIMARY KEY (id)
);

INSERT INTO alembic_version (version_num) VALUES ('a1');

--- case: sqlalchemy::type::sa_BINARY_16_75
CREATE TABLE alembic_version (
    version_num VARCHAR(32) NOT NULL, 
    CONSTRAINT alembic_version_pkc PRIMARY KEY (version_num)
);

-- Running upgrade  -> a1

CREATE TABLE thing (
    id INTEGER NOT NULL AUTO_INCREMENT, 
    c BINARY(16), 
    d BINARY(16) NOT NULL, 
    PRIMARY KEY (id)
);

INSERT INTO alembic_version (version_num) VALUES ('a1');

--- case: sqlalchemy::type::sa_VARBINARY_64_76
CREATE TABLE alembic_version (
    version_num VARCHAR(32) NOT NULL, 
    CONSTRAINT alembic_version_pkc PRIMARY KEY (version_num)
);

-- Running upgrade  -> a1

CREATE TABLE thing (
    id INTEGER NOT NULL AUTO_INCREMENT, 
    c VARBINARY(64), 
    d VARBINARY(64) NOT NULL, 
    PRIMARY KEY (id)
);

INSERT INTO alembic_version (version_num) VALUES ('a1');

--- case: sqlalchemy::type::sa_VARBINARY_77
--- error: TypeError: %d format: a real number is required, not NoneType
--- case: sqlalchemy::type::sa_PickleType_78
CREATE TABLE alembic_version (
    version_num VARCHAR(32) NOT NULL, 
    CONSTRAINT alembic_version_pkc PRIMARY KEY (version_num)
);

-- Running upgrade  -> a1

CREATE TABLE thing (
    id INTEGER NOT NULL AUTO_INCREMENT, 
    c BLOB, 
    d BLOB NOT NULL, 
    PRIMARY KEY (id)
);

INSERT INTO alembic_version (version_num) VALUES ('a1');

--- case: sqlalchemy::type::sa_JSON_none_as_null_True_80
CREATE TABLE alembic_version (
    version_num VARCHAR(32) NOT NULL, 
    CONSTRAINT alembic_version_pkc PRIMARY KEY (version_num)
);

-- Running upgrade  -> a1

CREATE TABLE thing (
    id INTEGER NOT NULL AUTO_INCREMENT, 
    c JSON, 
    d JSON NOT NULL, 
    PRIMARY KEY (id)
);

INSERT INTO alembic_version (version_num) VALUES ('a1');

--- case: sqlalchemy::type::sa_Uuid_81
CREATE TABLE alembic_version (
    version_num VARCHAR(32) NOT NULL, 
    CONSTRAINT alembic_version_pkc PRIMARY KEY (version_num)
);

-- Running upgrade  -> a1

CREATE TABLE thing (
    id INTEGER NOT NULL AUTO_INCREMENT, 
    c CHAR(32), 
    d CHAR(32) NOT NULL, 
    PRIMARY KEY (id)
);

INSERT INTO alembic_version (version_num) VALUES ('a1');

--- case: sqlalchemy::type::sa_Uuid_native_uuid_False_83
CREATE TABLE alembic_version (
    version_num VARCHAR(32) NOT NULL, 
    CONSTRAINT alembic_version_pkc PRIMARY KEY (version_num)
);

-- Running upgrade  -> a1

CREATE TABLE thing (
    id INTEGER NOT NULL AUTO_INCREMENT, 
    c CHAR(32), 
    d CHAR(32) NOT NULL, 
    PRIMARY KEY (id)
);

INSERT INTO alembic_version (version_num) VALUES ('a1');

--- case: sqlalchemy::type::sa_ARRAY_sa_Integer_85
--- error: CompileError: (in table 'thing', column 'c'): Compiler <sqlalchemy.dialects.mysql.base.MySQLTypeCompiler object> can't render element of type ARRAY
--- case: sqlalchemy::type::sa_ARRAY_sa_String_20___dimensions_2_86
--- error: CompileError: (in table 'thing', column 'c'): Compiler <sqlalchemy.dialects.mysql.base.MySQLTypeCompiler object> can't render element of type ARRAY
--- case: sqlalchemy::type::sa_Enum__a____b____c___name__letters_87
CREATE TABLE alembic_version (
    version_num VARCHAR(32) NOT NULL, 
    CONSTRAINT alembic_version_pkc PRIMARY KEY (version_num)
);

-- Running upgrade  -> a1

CREATE TABLE thing (
    id INTEGER NOT NULL AUTO_INCREMENT, 
    c ENUM('a','b','c'), 
    d ENUM('a','b','c') NOT NULL, 
    PRIMARY KEY (id)
);

INSERT INTO alembic_version (version_num) VALUES ('a1');

--- case: sqlalchemy::type::sa_Enum__a____bb____ccc_88
CREATE TABLE alembic_version (
    version_num VARCHAR(32) NOT NULL, 
    CONSTRAINT alembic_version_pkc PRIMARY KEY (version_num)
);

-- Running upgrade  -> a1

CREATE TABLE thing (
    id INTEGER NOT NULL AUTO_INCREMENT, 
    c ENUM('a','bb','ccc'), 
    d ENUM('a','bb','ccc') NOT NULL, 
    PRIMARY KEY (id)
);

INSERT INTO alembic_version (version_num) VALUES ('a1');

--- case: sqlalchemy::type::sa_Enum__x____y___name__xy___native_enum_False_89
CREATE TABLE alembic_version (
    version_num VARCHAR(32) NOT NULL, 
    CONSTRAINT alembic_version_pkc PRIMARY KEY (version_num)
);

-- Running upgrade  -> a1

CREATE TABLE thing (
    id INTEGER NOT NULL AUTO_INCREMENT, 
    c VARCHAR(1), 
    d VARCHAR(1) NOT NULL, 
    PRIMARY KEY (id)
);

INSERT INTO alembic_version (version_num) VALUES ('a1');

--- case: sqlalchemy::type::sa_Enum__a____b___name__MixedCase_94
CREATE TABLE alembic_version (
    version_num VARCHAR(32) NOT NULL, 
    CONSTRAINT alembic_version_pkc PRIMARY KEY (version_num)
);

-- Running upgrade  -> a1

CREATE TABLE thing (
    id INTEGER NOT NULL AUTO_INCREMENT, 
    c ENUM('a','b'), 
    d ENUM('a','b') NOT NULL, 
    PRIMARY KEY (id)
);

INSERT INTO alembic_version (version_num) VALUES ('a1');

--- case: sqlalchemy::type::sa_Enum__a____b___name__letters___inherit_schema_True_96
CREATE TABLE alembic_version (
    version_num VARCHAR(32) NOT NULL, 
    CONSTRAINT alembic_version_pkc PRIMARY KEY (version_num)
);

-- Running upgrade  -> a1

CREATE TABLE thing (
    id INTEGER NOT NULL AUTO_INCREMENT, 
    c ENUM('a','b'), 
    d ENUM('a','b') NOT NULL, 
    PRIMARY KEY (id)
);

INSERT INTO alembic_version (version_num) VALUES ('a1');

--- case: sqlalchemy::type::sa_Enum__a____b___name__letters___validate_strings_True__metadata_sa_M_98
CREATE TABLE alembic_version (
    version_num VARCHAR(32) NOT NULL, 
    CONSTRAINT alembic_version_pkc PRIMARY KEY (version_num)
);

-- Running upgrade  -> a1

CREATE TABLE thing (
    id INTEGER NOT NULL AUTO_INCREMENT, 
    c ENUM('a','b'), 
    d ENUM('a','b') NOT NULL, 
    PRIMARY KEY (id)
);

INSERT INTO alembic_version (version_num) VALUES ('a1');

--- case: sqlalchemy::type::sa_String_20__with_variant_sa_Text_____mysql_99
CREATE TABLE alembic_version (
    version_num VARCHAR(32) NOT NULL, 
    CONSTRAINT alembic_version_pkc PRIMARY KEY (version_num)
);

-- Running upgrade  -> a1

CREATE TABLE thing (
    id INTEGER NOT NULL AUTO_INCREMENT, 
    c TEXT, 
    d TEXT NOT NULL, 
    PRIMARY KEY (id)
);

INSERT INTO alembic_version (version_num) VALUES ('a1');

--- case: sqlalchemy::type::sa_JSON___with_variant_postgresql_JSONB_____postgresql_101
CREATE TABLE alembic_version (
    version_num VARCHAR(32) NOT NULL, 
    CONSTRAINT alembic_version_pkc PRIMARY KEY (version_num)
);

-- Running upgrade  -> a1

CREATE TABLE thing (
    id INTEGER NOT NULL AUTO_INCREMENT, 
    c JSON, 
    d JSON NOT NULL, 
    PRIMARY KEY (id)
);

INSERT INTO alembic_version (version_num) VALUES ('a1');

--- case: sqlalchemy::type::sa_Text___with_variant_mssql_NVARCHAR_None____mssql_104
CREATE TABLE alembic_version (
    version_num VARCHAR(32) NOT NULL, 
    CONSTRAINT alembic_version_pkc PRIMARY KEY (version_num)
);

-- Running upgrade  -> a1

CREATE TABLE thing (
    id INTEGER NOT NULL AUTO_INCREMENT, 
    c TEXT, 
    d TEXT NOT NULL, 
    PRIMARY KEY (id)
);

INSERT INTO alembic_version (version_num) VALUES ('a1');

--- case: sqlalchemy::add_column_type::sa_INTEGER_4
CREATE TABLE alembic_version (
    version_num VARCHAR(32) NOT NULL, 
    CONSTRAINT alembic_version_pkc PRIMARY KEY (version_num)
);

-- Running upgrade  -> a1

ALTER TABLE thing ADD COLUMN c INTEGER;

ALTER TABLE thing MODIFY e INTEGER NULL;

INSERT INTO alembic_version (version_num) VALUES ('a1');

--- case: sqlalchemy::add_column_type::sa_String_8
--- error: CompileError: VARCHAR requires a length on dialect mysql
--- case: sqlalchemy::add_column_type::sa_String_50__collation__utf8mb4_bin_12
CREATE TABLE alembic_version (
    version_num VARCHAR(32) NOT NULL, 
    CONSTRAINT alembic_version_pkc PRIMARY KEY (version_num)
);

-- Running upgrade  -> a1

ALTER TABLE thing ADD COLUMN c VARCHAR(50) COLLATE utf8mb4_bin;

ALTER TABLE thing MODIFY e VARCHAR(50) COLLATE utf8mb4_bin NULL;

INSERT INTO alembic_version (version_num) VALUES ('a1');

--- case: sqlalchemy::add_column_type::sa_Unicode_20
--- error: CompileError: VARCHAR requires a length on dialect mysql
--- case: sqlalchemy::add_column_type::sa_Text_24
CREATE TABLE alembic_version (
    version_num VARCHAR(32) NOT NULL, 
    CONSTRAINT alembic_version_pkc PRIMARY KEY (version_num)
);

-- Running upgrade  -> a1

ALTER TABLE thing ADD COLUMN c TEXT;

ALTER TABLE thing MODIFY e TEXT NULL;

INSERT INTO alembic_version (version_num) VALUES ('a1');

--- case: sqlalchemy::add_column_type::sa_Text_collation__de_DE_28
CREATE TABLE alembic_version (
    version_num VARCHAR(32) NOT NULL, 
    CONSTRAINT alembic_version_pkc PRIMARY KEY (version_num)
);

-- Running upgrade  -> a1

ALTER TABLE thing ADD COLUMN c TEXT COLLATE de_DE;

ALTER TABLE thing MODIFY e TEXT COLLATE de_DE NULL;

INSERT INTO alembic_version (version_num) VALUES ('a1');

--- case: sqlalchemy::add_column_type::sa_NUMERIC_5_36
CREATE TABLE alembic_version (
    version_num VARCHAR(32) NOT NULL, 
    CONSTRAINT alembic_version_pkc PRIMARY KEY (version_num)
);

-- Running upgrade  -> a1

ALTER TABLE thing ADD COLUMN c NUMERIC(5);

ALTER TABLE thing MODIFY e NUMERIC(5) NULL;

INSERT INTO alembic_version (version_num) VALUES ('a1');

--- case: sqlalchemy::add_column_type::sa_REAL_44
CREATE TABLE alembic_version (
    version_num VARCHAR(32) NOT NULL, 
    CONSTRAINT alembic_version_pkc PRIMARY KEY (version_num)
);

-- Running upgrade  -> a1

ALTER TABLE thing ADD COLUMN c REAL;

ALTER TABLE thing MODIFY e REAL NULL;

INSERT INTO alembic_version (version_num) VALUES ('a1');

--- case: sqlalchemy::add_column_type::sa_DOUBLE_PRECISION_48
CREATE TABLE alembic_version (
    version_num VARCHAR(32) NOT NULL, 
    CONSTRAINT alembic_version_pkc PRIMARY KEY (version_num)
);

-- Running upgrade  -> a1

ALTER TABLE thing ADD COLUMN c DOUBLE PRECISION;

ALTER TABLE thing MODIFY e DOUBLE PRECISION NULL;

INSERT INTO alembic_version (version_num) VALUES ('a1');

--- case: sqlalchemy::add_column_type::sa_Boolean_create_constraint_True_52
CREATE TABLE alembic_version (
    version_num VARCHAR(32) NOT NULL, 
    CONSTRAINT alembic_version_pkc PRIMARY KEY (version_num)
);

-- Running upgrade  -> a1

ALTER TABLE thing ADD COLUMN c BOOL;

ALTER TABLE thing ADD CHECK (c IN (0, 1));

ALTER TABLE thing MODIFY e BOOL NULL;

ALTER TABLE thing ADD CHECK (e IN (0, 1));

INSERT INTO alembic_version (version_num) VALUES ('a1');

--- case: sqlalchemy::add_column_type::sa_TIMESTAMP_timezone_True_64
CREATE TABLE alembic_version (
    version_num VARCHAR(32) NOT NULL, 
    CONSTRAINT alembic_version_pkc PRIMARY KEY (version_num)
);

-- Running upgrade  -> a1

ALTER TABLE thing ADD COLUMN c TIMESTAMP NULL;

ALTER TABLE thing CHANGE e e TIMESTAMP NULL;

INSERT INTO alembic_version (version_num) VALUES ('a1');

--- case: sqlalchemy::add_column_type::sa_Interval_day_precision_4__second_precision_6_68
CREATE TABLE alembic_version (
    version_num VARCHAR(32) NOT NULL, 
    CONSTRAINT alembic_version_pkc PRIMARY KEY (version_num)
);

-- Running upgrade  -> a1

ALTER TABLE thing ADD COLUMN c DATETIME;

ALTER TABLE thing MODIFY e DATETIME NULL;

INSERT INTO alembic_version (version_num) VALUES ('a1');

--- case: sqlalchemy::add_column_type::sa_BLOB_72
CREATE TABLE alembic_version (
    version_num VARCHAR(32) NOT NULL, 
    CONSTRAINT alembic_version_pkc PRIMARY KEY (version_num)
);

-- Running upgrade  -> a1

ALTER TABLE thing ADD COLUMN c BLOB;

ALTER TABLE thing MODIFY e BLOB NULL;

INSERT INTO alembic_version (version_num) VALUES ('a1');

--- case: sqlalchemy::add_column_type::sa_VARBINARY_64_76
CREATE TABLE alembic_version (
    version_num VARCHAR(32) NOT NULL, 
    CONSTRAINT alembic_version_pkc PRIMARY KEY (version_num)
);

-- Running upgrade  -> a1

ALTER TABLE thing ADD COLUMN c VARBINARY(64);

ALTER TABLE thing MODIFY e VARBINARY(64) NULL;

INSERT INTO alembic_version (version_num) VALUES ('a1');

--- case: sqlalchemy::add_column_type::sa_JSON_none_as_null_True_80
CREATE TABLE alembic_version (
    version_num VARCHAR(32) NOT NULL, 
    CONSTRAINT alembic_version_pkc PRIMARY KEY (version_num)
);

-- Running upgrade  -> a1

ALTER TABLE thing ADD COLUMN c JSON;

ALTER TABLE thing MODIFY e JSON NULL;

INSERT INTO alembic_version (version_num) VALUES ('a1');

--- case: sqlalchemy::add_column_type::sa_Enum__a____b____c___name__letters_87
CREATE TABLE alembic_version (
    version_num VARCHAR(32) NOT NULL, 
    CONSTRAINT alembic_version_pkc PRIMARY KEY (version_num)
);

-- Running upgrade  -> a1

ALTER TABLE thing ADD COLUMN c ENUM('a','b','c');

ALTER TABLE thing MODIFY e ENUM('a','b','c') NULL;

INSERT INTO alembic_version (version_num) VALUES ('a1');

--- case: sqlalchemy::add_column_type::sa_Enum__x____y___name__xy___native_enum_False__length_20_90
CREATE TABLE alembic_version (
    version_num VARCHAR(32) NOT NULL, 
    CONSTRAINT alembic_version_pkc PRIMARY KEY (version_num)
);

-- Running upgrade  -> a1

ALTER TABLE thing ADD COLUMN c VARCHAR(20);

ALTER TABLE thing MODIFY e VARCHAR(20) NULL;

INSERT INTO alembic_version (version_num) VALUES ('a1');

--- case: sqlalchemy::add_column_type::sa_Enum__x____y___name__xy___native_enum_False__create_constraint_True_91
CREATE TABLE alembic_version (
    version_num VARCHAR(32) NOT NULL, 
    CONSTRAINT alembic_version_pkc PRIMARY KEY (version_num)
);

-- Running upgrade  -> a1

ALTER TABLE thing ADD COLUMN c VARCHAR(1);

ALTER TABLE thing ADD CONSTRAINT xy CHECK (c IN ('x', 'y'));

ALTER TABLE thing MODIFY e VARCHAR(1) NULL;

ALTER TABLE thing ADD CONSTRAINT xy CHECK (e IN ('x', 'y'));

INSERT INTO alembic_version (version_num) VALUES ('a1');

--- case: sqlalchemy::add_column_type::sa_Enum__x____y___native_enum_False__create_constraint_True_92
CREATE TABLE alembic_version (
    version_num VARCHAR(32) NOT NULL, 
    CONSTRAINT alembic_version_pkc PRIMARY KEY (version_num)
);

-- Running upgrade  -> a1

ALTER TABLE thing ADD COLUMN c VARCHAR(1);

ALTER TABLE thing ADD CHECK (c IN ('x', 'y'));

ALTER TABLE thing MODIFY e VARCHAR(1) NULL;

ALTER TABLE thing ADD CHECK (e IN ('x', 'y'));

INSERT INTO alembic_version (version_num) VALUES ('a1');

--- case: sqlalchemy::add_column_type::sa_Enum__a____b___name__MixedCase_94
CREATE TABLE alembic_version (
    version_num VARCHAR(32) NOT NULL, 
    CONSTRAINT alembic_version_pkc PRIMARY KEY (version_num)
);

-- Running upgrade  -> a1

ALTER TABLE thing ADD COLUMN c ENUM('a','b');

ALTER TABLE thing MODIFY e ENUM('a','b') NULL;

INSERT INTO alembic_version (version_num) VALUES ('a1');

--- case: types::made_by_a_function
--- error: ArgumentError: 'SchemaItem' object, such as a 'Column' or a 'Constraint' expected, got <function upgrade.<locals>.small>
--- case: collation_by_its_other_name
CREATE TABLE alembic_version (
    version_num VARCHAR(32) NOT NULL, 
    CONSTRAINT alembic_version_pkc PRIMARY KEY (version_num)
);

-- Running upgrade  -> a1

CREATE TABLE t (
    a VARCHAR(32) COLLATE latin1_swedish_ci, 
    b TEXT CHARACTER SET utf8mb4 COLLATE utf8mb4_bin, 
    c ENUM('x','y') COLLATE utf8mb4_bin, 
    d SET('x','y') COLLATE utf8mb4_bin
);

INSERT INTO alembic_version (version_num) VALUES ('a1');

--- case: as_text
CREATE TABLE alembic_version (
    version_num VARCHAR(32) NOT NULL, 
    CONSTRAINT alembic_version_pkc PRIMARY KEY (version_num)
);

-- Running upgrade  -> a1

SELECT 'VARCHAR(36)';

SELECT 'VARCHAR';

SELECT 'VARCHAR(5) COLLATE "C"';

SELECT 'VARCHAR(3)';

SELECT 'TEXT';

SELECT 'TEXT';

SELECT 'INTEGER';

SELECT 'BIGINT';

SELECT 'SMALLINT';

SELECT 'NUMERIC(10, 2)';

SELECT 'NUMERIC(5)';

SELECT 'NUMERIC';

SELECT 'DECIMAL(3, 1)';

SELECT 'FLOAT';

SELECT 'FLOAT';

SELECT 'DOUBLE';

SELECT 'REAL';

SELECT 'DATETIME';

SELECT 'DATETIME';

SELECT 'DATE';

SELECT 'TIME';

SELECT 'TIMESTAMP';

SELECT 'DATETIME';

SELECT 'BOOLEAN';

SELECT 'JSON';

SELECT 'VARCHAR(3)';

SELECT 'CHAR(32)';

SELECT 'UUID';

SELECT 'BLOB';

SELECT 'BINARY(4)';

SELECT 'VARBINARY';

SELECT 'BLOB';

SELECT 'NULL';

SELECT 'ARRAY';

SELECT 'VARCHAR(5)';

SELECT 'CHAR(3)';

SELECT 'NVARCHAR(2)';

SELECT 'CLOB';

SELECT 'JSONB';

SELECT 'UUID';

SELECT 'ARRAY';

SELECT 'TIMESTAMP';

SELECT 'VARCHAR(1)';

SELECT 'DOUBLE PRECISION';

SELECT 'INET';

SELECT 'BIT';

SELECT 'INTERVAL';

SELECT 'INTEGER';

SELECT 'VARCHAR(20) COLLATE utf8_bin';

SELECT 'TINYINT';

SELECT 'DATETIME';

SELECT 'LONGTEXT';

SELECT 'ENUM';

SELECT 'DOUBLE';

SELECT 'DATETIME';

SELECT 'NVARCHAR(10)';

SELECT 'DATETIME2';

SELECT 'UNIQUEIDENTIFIER';

SELECT 'NUMBER';

SELECT 'VARCHAR2';

SELECT 'VARCHAR(7)';

SELECT 'varchar(9)';

INSERT INTO alembic_version (version_num) VALUES ('a1');

