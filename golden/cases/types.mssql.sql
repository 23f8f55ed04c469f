--- case: sqlalchemy::type::sa_SMALLINT_7
BEGIN TRANSACTION;

CREATE TABLE alembic_version (
    version_num VARCHAR(32) NOT NULL, 
    CONSTRAINT alembic_version_pkc PRIMARY KEY (version_num)
);

GO

-- Running upgrade  -> a1

CREATE TABLE thing (
    id INTEGER NOT NULL IDENTITY, 
    c SMALLINT NULL, 
    d SMALLINT NOT NULL, 
    PRIMARY KEY (id)
);

GO

INSERT INTO alembic_version (version_num) OUTPUT inserted.version_num VALUES ('a1');

GO

COMMIT;

GO

--- case: sqlalchemy::type::sa_String_8
BEGIN TRANSACTION;

CREATE TABLE alembic_version (
    version_num VARCHAR(32) NOT NULL, 
    CONSTRAINT alembic_version_pkc PRIMARY KEY (version_num)
);

GO

-- Running upgrade  -> a1

CREATE TABLE thing (
    id INTEGER NOT NULL IDENTITY, 
    c VARCHAR(max) NULL, 
    d VARCHAR(max) NOT NULL, 
    PRIMARY KEY (id)
);

GO

INSERT INTO alembic_version (version_num) OUTPUT inserted.version_num VALUES ('a1');

GO

COMMIT;

GO

--- case: sqlalchemy::type::sa_String_50_9
BEGIN TRANSACTION;

CREATE TABLE alembic_version (
    version_num VARCHAR(32) NOT NULL, 
    CONSTRAINT alembic_version_pkc PRIMARY KEY (version_num)
);

GO

-- Running upgrade  -> a1

CREATE TABLE thing (
    id INTEGER NOT NULL IDENTITY, 
    c VARCHAR(50) NULL, 
    d VARCHAR(50) NOT NULL, 
    PRIMARY KEY (id)
);

GO

INSERT INTO alembic_version (version_num) OUTPUT inserted.version_num VALUES ('a1');

GO

COMMIT;

GO

--- case: sqlalchemy::type::sa_String_length_255_10
BEGIN TRANSACTION;

CREATE TABLE alembic_version (
    version_num VARCHAR(32) NOT NULL, 
    CONSTRAINT alembic_version_pkc PRIMARY KEY (version_num)
);

GO

-- Running upgrade  -> a1

CREATE TABLE thing (
    id INTEGER NOT NULL IDENTITY, 
    c VARCHAR(255) NULL, 
    d VARCHAR(255) NOT NULL, 
    PRIMARY KEY (id)
);

GO

INSERT INTO alembic_version (version_num) OUTPUT inserted.version_num VALUES ('a1');

GO

COMMIT;

GO

--- case: sqlalchemy::type::sa_String_50__collation__utf8mb4_bin_12
BEGIN TRANSACTION;

CREATE TABLE alembic_version (
    version_num VARCHAR(32) NOT NULL, 
    CONSTRAINT alembic_version_pkc PRIMARY KEY (version_num)
);

GO

-- Running upgrade  -> a1

CREATE TABLE thing (
    id INTEGER NOT NULL IDENTITY, 
    c VARCHAR(50) COLLATE utf8mb4_bin NULL, 
    d VARCHAR(50) COLLATE utf8mb4_bin NOT NULL, 
    PRIMARY KEY (id)
);

GO

INSERT INTO alembic_version (version_num) OUTPUT inserted.version_num VALUES ('a1');

GO

COMMIT;

GO

--- case: sqlalchemy::type::sa_VARCHAR_20_13
BEGIN TRANSACTION;

CREATE TABLE alembic_version (
    version_num VARCHAR(32) NOT NULL, 
    CONSTRAINT alembic_version_pkc PRIMARY KEY (version_num)
);

GO

-- Running upgrade  -> a1

CREATE TABLE thing (
    id INTEGER NOT NULL IDENTITY, 
    c VARCHAR(20) NULL, 
    d VARCHAR(20) NOT NULL, 
    PRIMARY KEY (id)
);

GO

INSERT INTO alembic_version (version_num) OUTPUT inserted.version_num VALUES ('a1');

GO

COMMIT;

GO

--- case: sqlalchemy::type::sa_VARCHAR_14
BEGIN TRANSACTION;

CREATE TABLE alembic_version (
    version_num VARCHAR(32) NOT NULL, 
    CONSTRAINT alembic_version_pkc PRIMARY KEY (version_num)
);

GO

-- Running upgrade  -> a1

CREATE TABLE thing (
    id INTEGER NOT NULL IDENTITY, 
    c VARCHAR(max) NULL, 
    d VARCHAR(max) NOT NULL, 
    PRIMARY KEY (id)
);

GO

INSERT INTO alembic_version (version_num) OUTPUT inserted.version_num VALUES ('a1');

GO

COMMIT;

GO

--- case: sqlalchemy::type::sa_CHAR_5_16
BEGIN TRANSACTION;

CREATE TABLE alembic_version (
    version_num VARCHAR(32) NOT NULL, 
    CONSTRAINT alembic_version_pkc PRIMARY KEY (version_num)
);

GO

-- Running upgrade  -> a1

CREATE TABLE thing (
    id INTEGER NOT NULL IDENTITY, 
    c CHAR(5) NULL, 
    d CHAR(5) NOT NULL, 
    PRIMARY KEY (id)
);

GO

INSERT INTO alembic_version (version_num) OUTPUT inserted.version_num VALUES ('a1');

GO

COMMIT;

GO

--- case: sqlalchemy::type::sa_NCHAR_5_17
BEGIN TRANSACTION;

CREATE TABLE alembic_version (
    version_num VARCHAR(32) NOT NULL, 
    CONSTRAINT alembic_version_pkc PRIMARY KEY (version_num)
);

GO

-- Running upgrade  -> a1

CREATE TABLE thing (
    id INTEGER NOT NULL IDENTITY, 
    c NCHAR(5) NULL, 
    d NCHAR(5) NOT NULL, 
    PRIMARY KEY (id)
);

GO

INSERT INTO alembic_version (version_num) OUTPUT inserted.version_num VALUES ('a1');

GO

COMMIT;

GO

--- case: sqlalchemy::type::sa_NVARCHAR_40_18
BEGIN TRANSACTION;

CREATE TABLE alembic_version (
    version_num VARCHAR(32) NOT NULL, 
    CONSTRAINT alembic_version_pkc PRIMARY KEY (version_num)
);

GO

-- Running upgrade  -> a1

CREATE TABLE thing (
    id INTEGER NOT NULL IDENTITY, 
    c NVARCHAR(40) NULL, 
    d NVARCHAR(40) NOT NULL, 
    PRIMARY KEY (id)
);

GO

INSERT INTO alembic_version (version_num) OUTPUT inserted.version_num VALUES ('a1');

GO

COMMIT;

GO

--- case: sqlalchemy::type::sa_UnicodeText_22
BEGIN TRANSACTION;

CREATE TABLE alembic_version (
    version_num VARCHAR(32) NOT NULL, 
    CONSTRAINT alembic_version_pkc PRIMARY KEY (version_num)
);

GO

-- Running upgrade  -> a1

CREATE TABLE thing (
    id INTEGER NOT NULL IDENTITY, 
    c NTEXT NULL, 
    d NTEXT NOT NULL, 
    PRIMARY KEY (id)
);

GO

INSERT INTO alembic_version (version_num) OUTPUT inserted.version_num VALUES ('a1');

GO

COMMIT;

GO

--- case: sqlalchemy::type::sa_Text_24
BEGIN TRANSACTION;

CREATE TABLE alembic_version (
    version_num VARCHAR(32) NOT NULL, 
    CONSTRAINT alembic_version_pkc PRIMARY KEY (version_num)
);

GO

-- Running upgrade  -> a1

CREATE TABLE thing (
    id INTEGER NOT NULL IDENTITY, 
    c TEXT NULL, 
    d TEXT NOT NULL, 
    PRIMARY KEY (id)
);

GO

INSERT INTO alembic_version (version_num) OUTPUT inserted.version_num VALUES ('a1');

GO

COMMIT;

GO

--- case: sqlalchemy::type::sa_TEXT_27
BEGIN TRANSACTION;

CREATE TABLE alembic_version (
    version_num VARCHAR(32) NOT NULL, 
    CONSTRAINT alembic_version_pkc PRIMARY KEY (version_num)
);

GO

-- Running upgrade  -> a1

CREATE TABLE thing (
    id INTEGER NOT NULL IDENTITY, 
    c TEXT NULL, 
    d TEXT NOT NULL, 
    PRIMARY KEY (id)
);

GO

INSERT INTO alembic_version (version_num) OUTPUT inserted.version_num VALUES ('a1');

GO

COMMIT;

GO

--- case: sqlalchemy::type::sa_Text_collation__de_DE_28
BEGIN TRANSACTION;

CREATE TABLE alembic_version (
    version_num VARCHAR(32) NOT NULL, 
    CONSTRAINT alembic_version_pkc PRIMARY KEY (version_num)
);

GO

-- Running upgrade  -> a1

CREATE TABLE thing (
    id INTEGER NOT NULL IDENTITY, 
    c TEXT COLLATE de_DE NULL, 
    d TEXT COLLATE de_DE NOT NULL, 
    PRIMARY KEY (id)
);

GO

INSERT INTO alembic_version (version_num) OUTPUT inserted.version_num VALUES ('a1');

GO

COMMIT;

GO

--- case: sqlalchemy::type::sa_CLOB_29
BEGIN TRANSACTION;

CREATE TABLE alembic_version (
    version_num VARCHAR(32) NOT NULL, 
    CONSTRAINT alembic_version_pkc PRIMARY KEY (version_num)
);

GO

-- Running upgrade  -> a1

CREATE TABLE thing (
    id INTEGER NOT NULL IDENTITY, 
    c CLOB NULL, 
    d CLOB NOT NULL, 
    PRIMARY KEY (id)
);

GO

INSERT INTO alembic_version (version_num) OUTPUT inserted.version_num VALUES ('a1');

GO

COMMIT;

GO

--- case: sqlalchemy::type::sa_Numeric_10__2_31
BEGIN TRANSACTION;

CREATE TABLE alembic_version (
    version_num VARCHAR(32) NOT NULL, 
    CONSTRAINT alembic_version_pkc PRIMARY KEY (version_num)
);

GO

-- Running upgrade  -> a1

CREATE TABLE thing (
    id INTEGER NOT NULL IDENTITY, 
    c NUMERIC(10, 2) NULL, 
    d NUMERIC(10, 2) NOT NULL, 
    PRIMARY KEY (id)
);

GO

INSERT INTO alembic_version (version_num) OUTPUT inserted.version_num VALUES ('a1');

GO

COMMIT;

GO

--- case: sqlalchemy::type::sa_Numeric_precision_18__scale_4__asdecimal_False_32
BEGIN TRANSACTION;

CREATE TABLE alembic_version (
    version_num VARCHAR(32) NOT NULL, 
    CONSTRAINT alembic_version_pkc PRIMARY KEY (version_num)
);

GO

-- Running upgrade  -> a1

CREATE TABLE thing (
    id INTEGER NOT NULL IDENTITY, 
    c NUMERIC(18, 4) NULL, 
    d NUMERIC(18, 4) NOT NULL, 
    PRIMARY KEY (id)
);

GO

INSERT INTO alembic_version (version_num) OUTPUT inserted.version_num VALUES ('a1');

GO

COMMIT;

GO

--- case: sqlalchemy::type::sa_DECIMAL_8__3_34
BEGIN TRANSACTION;

CREATE TABLE alembic_version (
    version_num VARCHAR(32) NOT NULL, 
    CONSTRAINT alembic_version_pkc PRIMARY KEY (version_num)
);

GO

-- Running upgrade  -> a1

CREATE TABLE thing (
    id INTEGER NOT NULL IDENTITY, 
    c DECIMAL(8, 3) NULL, 
    d DECIMAL(8, 3) NOT NULL, 
    PRIMARY KEY (id)
);

GO

INSERT INTO alembic_version (version_num) OUTPUT inserted.version_num VALUES ('a1');

GO

COMMIT;

GO

--- case: sqlalchemy::type::sa_NUMERIC_5_36
BEGIN TRANSACTION;

CREATE TABLE alembic_version (
    version_num VARCHAR(32) NOT NULL, 
    CONSTRAINT alembic_version_pkc PRIMARY KEY (version_num)
);

GO

-- Running upgrade  -> a1

CREATE TABLE thing (
    id INTEGER NOT NULL IDENTITY, 
    c NUMERIC(5) NULL, 
    d NUMERIC(5) NOT NULL, 
    PRIMARY KEY (id)
);

GO

INSERT INTO alembic_version (version_num) OUTPUT inserted.version_num VALUES ('a1');

GO

COMMIT;

GO

--- case: sqlalchemy::type::sa_Float_24_38
BEGIN TRANSACTION;

CREATE TABLE alembic_version (
    version_num VARCHAR(32) NOT NULL, 
    CONSTRAINT alembic_version_pkc PRIMARY KEY (version_num)
);

GO

-- Running upgrade  -> a1

CREATE TABLE thing (
    id INTEGER NOT NULL IDENTITY, 
    c FLOAT(24) NULL, 
    d FLOAT(24) NOT NULL, 
    PRIMARY KEY (id)
);

GO

INSERT INTO alembic_version (version_num) OUTPUT inserted.version_num VALUES ('a1');

GO

COMMIT;

GO

--- case: sqlalchemy::type::sa_Float_53_39
BEGIN TRANSACTION;

CREATE TABLE alembic_version (
    version_num VARCHAR(32) NOT NULL, 
    CONSTRAINT alembic_version_pkc PRIMARY KEY (version_num)
);

GO

-- Running upgrade  -> a1

CREATE TABLE thing (
    id INTEGER NOT NULL IDENTITY, 
    c FLOAT(53) NULL, 
    d FLOAT(53) NOT NULL, 
    PRIMARY KEY (id)
);

GO

INSERT INTO alembic_version (version_num) OUTPUT inserted.version_num VALUES ('a1');

GO

COMMIT;

GO

--- case: sqlalchemy::type::sa_Float_precision_10__asdecimal_True_40
BEGIN TRANSACTION;

CREATE TABLE alembic_version (
    version_num VARCHAR(32) NOT NULL, 
    CONSTRAINT alembic_version_pkc PRIMARY KEY (version_num)
);

GO

-- Running upgrade  -> a1

CREATE TABLE thing (
    id INTEGER NOT NULL IDENTITY, 
    c FLOAT(10) NULL, 
    d FLOAT(10) NOT NULL, 
    PRIMARY KEY (id)
);

GO

INSERT INTO alembic_version (version_num) OUTPUT inserted.version_num VALUES ('a1');

GO

COMMIT;

GO

--- case: sqlalchemy::type::sa_Double_45
BEGIN TRANSACTION;

CREATE TABLE alembic_version (
    version_num VARCHAR(32) NOT NULL, 
    CONSTRAINT alembic_version_pkc PRIMARY KEY (version_num)
);

GO

-- Running upgrade  -> a1

CREATE TABLE thing (
    id INTEGER NOT NULL IDENTITY, 
    c DOUBLE PRECISION NULL, 
    d DOUBLE PRECISION NOT NULL, 
    PRIMARY KEY (id)
);

GO

INSERT INTO alembic_version (version_num) OUTPUT inserted.version_num VALUES ('a1');

GO

COMMIT;

GO

--- case: sqlalchemy::type::sa_Double_53_46
BEGIN TRANSACTION;

CREATE TABLE alembic_version (
    version_num VARCHAR(32) NOT NULL, 
    CONSTRAINT alembic_version_pkc PRIMARY KEY (version_num)
);

GO

-- Running upgrade  -> a1

CREATE TABLE thing (
    id INTEGER NOT NULL IDENTITY, 
    c DOUBLE PRECISION NULL, 
    d DOUBLE PRECISION NOT NULL, 
    PRIMARY KEY (id)
);

GO

INSERT INTO alembic_version (version_num) OUTPUT inserted.version_num VALUES ('a1');

GO

COMMIT;

GO

--- case: sqlalchemy::type::sa_DOUBLE_PRECISION_48
BEGIN TRANSACTION;

CREATE TABLE alembic_version (
    version_num VARCHAR(32) NOT NULL, 
    CONSTRAINT alembic_version_pkc PRIMARY KEY (version_num)
);

GO

-- Running upgrade  -> a1

CREATE TABLE thing (
    id INTEGER NOT NULL IDENTITY, 
    c DOUBLE PRECISION NULL, 
    d DOUBLE PRECISION NOT NULL, 
    PRIMARY KEY (id)
);

GO

INSERT INTO alembic_version (version_num) OUTPUT inserted.version_num VALUES ('a1');

GO

COMMIT;

GO

--- case: sqlalchemy::type::sa_DOUBLE_PRECISION_20_49
BEGIN TRANSACTION;

CREATE TABLE alembic_version (
    version_num VARCHAR(32) NOT NULL, 
    CONSTRAINT alembic_version_pkc PRIMARY KEY (version_num)
);

GO

-- Running upgrade  -> a1

CREATE TABLE thing (
    id INTEGER NOT NULL IDENTITY, 
    c DOUBLE PRECISION NULL, 
    d DOUBLE PRECISION NOT NULL, 
    PRIMARY KEY (id)
);

GO

INSERT INTO alembic_version (version_num) OUTPUT inserted.version_num VALUES ('a1');

GO

COMMIT;

GO

--- case: sqlalchemy::type::sa_Boolean_create_constraint_True__name__ck_flag_53
BEGIN TRANSACTION;

CREATE TABLE alembic_version (
    version_num VARCHAR(32) NOT NULL, 
    CONSTRAINT alembic_version_pkc PRIMARY KEY (version_num)
);

GO

-- Running upgrade  -> a1

CREATE TABLE thing (
    id INTEGER NOT NULL IDENTITY, 
    c BIT NULL, 
    d BIT NOT NULL, 
    PRIMARY KEY (id)
);

GO

INSERT INTO alembic_version (version_num) OUTPUT inserted.version_num VALUES ('a1');

GO

COMMIT;

GO

--- case: sqlalchemy::type::sa_Boolean_name__unused_name_54
BEGIN TRANSACTION;

CREATE TABLE alembic_version (
    version_num VARCHAR(32) NOT NULL, 
    CONSTRAINT alembic_version_pkc PRIMARY KEY (version_num)
);

GO

-- Running upgrade  -> a1

CREATE TABLE thing (
    id INTEGER NOT NULL IDENTITY, 
    c BIT NULL, 
    d BIT NOT NULL, 
    PRIMARY KEY (id)
);

GO

INSERT INTO alembic_version (version_num) OUTPUT inserted.version_num VALUES ('a1');

GO

COMMIT;

GO

--- case: sqlalchemy::type::sa_Date_55
BEGIN TRANSACTION;

CREATE TABLE alembic_version (
    version_num VARCHAR(32) NOT NULL, 
    CONSTRAINT alembic_version_pkc PRIMARY KEY (version_num)
);

GO

-- Running upgrade  -> a1

CREATE TABLE thing (
    id INTEGER NOT NULL IDENTITY, 
    c DATETIME NULL, 
    d DATETIME NOT NULL, 
    PRIMARY KEY (id)
);

GO

INSERT INTO alembic_version (version_num) OUTPUT inserted.version_num VALUES ('a1');

GO

COMMIT;

GO

--- case: sqlalchemy::type::sa_DateTime_58
BEGIN TRANSACTION;

CREATE TABLE alembic_version (
    version_num VARCHAR(32) NOT NULL, 
    CONSTRAINT alembic_version_pkc PRIMARY KEY (version_num)
);

GO

-- Running upgrade  -> a1

CREATE TABLE thing (
    id INTEGER NOT NULL IDENTITY, 
    c DATETIME NULL, 
    d DATETIME NOT NULL, 
    PRIMARY KEY (id)
);

GO

INSERT INTO alembic_version (version_num) OUTPUT inserted.version_num VALUES ('a1');

GO

COMMIT;

GO

--- case: sqlalchemy::type::sa_DateTime_timezone_True_59
BEGIN TRANSACTION;

CREATE TABLE alembic_version (
    version_num VARCHAR(32) NOT NULL, 
    CONSTRAINT alembic_version_pkc PRIMARY KEY (version_num)
);

GO

-- Running upgrade  -> a1

CREATE TABLE thing (
    id INTEGER NOT NULL IDENTITY, 
    c DATETIMEOFFSET NULL, 
    d DATETIMEOFFSET NOT NULL, 
    PRIMARY KEY (id)
);

GO

INSERT INTO alembic_version (version_num) OUTPUT inserted.version_num VALUES ('a1');

GO

COMMIT;

GO

--- case: sqlalchemy::type::sa_DATE_60
BEGIN TRANSACTION;

CREATE TABLE alembic_version (
    version_num VARCHAR(32) NOT NULL, 
    CONSTRAINT alembic_version_pkc PRIMARY KEY (version_num)
);

GO

-- Running upgrade  -> a1

CREATE TABLE thing (
    id INTEGER NOT NULL IDENTITY, 
    c DATE NULL, 
    d DATE NOT NULL, 
    PRIMARY KEY (id)
);

GO

INSERT INTO alembic_version (version_num) OUTPUT inserted.version_num VALUES ('a1');

GO

COMMIT;

GO

--- case: sqlalchemy::type::sa_TIME_61
BEGIN TRANSACTION;

CREATE TABLE alembic_version (
    version_num VARCHAR(32) NOT NULL, 
    CONSTRAINT alembic_version_pkc PRIMARY KEY (version_num)
);

GO

-- Running upgrade  -> a1

CREATE TABLE thing (
    id INTEGER NOT NULL IDENTITY, 
    c TIME NULL, 
    d TIME NOT NULL, 
    PRIMARY KEY (id)
);

GO

INSERT INTO alembic_version (version_num) OUTPUT inserted.version_num VALUES ('a1');

GO

COMMIT;

GO

--- case: sqlalchemy::type::sa_DATETIME_62
BEGIN TRANSACTION;

CREATE TABLE alembic_version (
    version_num VARCHAR(32) NOT NULL, 
    CONSTRAINT alembic_version_pkc PRIMARY KEY (version_num)
);

GO

-- Running upgrade  -> a1

CREATE TABLE thing (
    id INTEGER NOT NULL IDENTITY, 
    c DATETIME NULL, 
    d DATETIME NOT NULL, 
    PRIMARY KEY (id)
);

GO

INSERT INTO alembic_version (version_num) OUTPUT inserted.version_num VALUES ('a1');

GO

COMMIT;

GO

--- case: sqlalchemy::type::sa_Interval_65
BEGIN TRANSACTION;

CREATE TABLE alembic_version (
    version_num VARCHAR(32) NOT NULL, 
    CONSTRAINT alembic_version_pkc PRIMARY KEY (version_num)
);

GO

-- Running upgrade  -> a1

CREATE TABLE thing (
    id INTEGER NOT NULL IDENTITY, 
    c DATETIME NULL, 
    d DATETIME NOT NULL, 
    PRIMARY KEY (id)
);

GO

INSERT INTO alembic_version (version_num) OUTPUT inserted.version_num VALUES ('a1');

GO

COMMIT;

GO

--- case: sqlalchemy::type::sa_Interval_second_precision_3_67
BEGIN TRANSACTION;

CREATE TABLE alembic_version (
    version_num VARCHAR(32) NOT NULL, 
    CONSTRAINT alembic_version_pkc PRIMARY KEY (version_num)
);

GO

-- Running upgrade  -> a1

CREATE TABLE thing (
    id INTEGER NOT NULL IDENTITY, 
    c DATETIME NULL, 
    d DATETIME NOT NULL, 
    PRIMARY KEY (id)
);

GO

INSERT INTO alembic_version (version_num) OUTPUT inserted.version_num VALUES ('a1');

GO

COMMIT;

GO

--- case: sqlalchemy::type::sa_LargeBinary_69
BEGIN TRANSACTION;

CREATE TABLE alembic_version (
    version_num VARCHAR(32) NOT NULL, 
    CONSTRAINT alembic_version_pkc PRIMARY KEY (version_num)
);

GO

-- Running upgrade  -> a1

CREATE TABLE thing (
    id INTEGER NOT NULL IDENTITY, 
    c IMAGE NULL, 
    d IMAGE NOT NULL, 
    PRIMARY KEY (id)
);

GO

INSERT INTO alembic_version (version_num) OUTPUT inserted.version_num VALUES ('a1');

GO

COMMIT;

GO

--- case: sqlalchemy::type::sa_BLOB_20_73
BEGIN TRANSACTION;

CREATE TABLE alembic_version (
    version_num VARCHAR(32) NOT NULL, 
    CONSTRAINT alembic_version_pkc PRIMARY KEY (version_num)
);

GO

-- Running upgrade  -> a1

CREATE TABLE thing (
    id INTEGER NOT NULL IDENTITY, 
    c BLOB NULL, 
    d BLOB NOT NULL, 
    PRIMARY KEY (id)
);

GO

INSERT INTO alembic_version (version_num) OUTPUT inserted.version_num VALUES ('a1');

GO

COMMIT;

GO

--- case: sqlalchemy::type::sa_BINARY_16_75
BEGIN TRANSACTION;

CREATE TABLE alembic_version (
    version_num VARCHAR(32) NOT NULL, 
    CONSTRAINT alembic_version_pkc PRIMARY KEY (version_num)
);

GO

-- Running upgrade  -> a1

CREATE TABLE thing (
    id INTEGER NOT NULL IDENTITY, 
    c BINARY(16) NULL, 
    d BINARY(16) NOT NULL, 
    PRIMARY KEY (id)
);

GO

INSERT INTO alembic_version (version_num) OUTPUT inserted.version_num VALUES ('a1');

GO

COMMIT;

GO

--- case: sqlalchemy::type::sa_VARBINARY_64_76
BEGIN TRANSACTION;

CREATE TABLE alembic_version (
    version_num VARCHAR(32) NOT NULL, 
    CONSTRAINT alembic_version_pkc PRIMARY KEY (version_num)
);

GO

-- Running upgrade  -> a1

CREATE TABLE thing (
    id INTEGER NOT NULL IDENTITY, 
    c VARBINARY(64) NULL, 
    d VARBINARY(64) NOT NULL, 
    PRIMARY KEY (id)
);

GO

INSERT INTO alembic_version (version_num) OUTPUT inserted.version_num VALUES ('a1');

GO

COMMIT;

GO

--- case: sqlalchemy::type::sa_VARBINARY_77
BEGIN TRANSACTION;

CREATE TABLE alembic_version (
    version_num VARCHAR(32) NOT NULL, 
    CONSTRAINT alembic_version_pkc PRIMARY KEY (version_num)
);

GO

-- Running upgrade  -> a1

CREATE TABLE thing (
    id INTEGER NOT NULL IDENTITY, 
    c VARBINARY(max) NULL, 
    d VARBINARY(max) NOT NULL, 
    PRIMARY KEY (id)
);

GO

INSERT INTO alembic_version (version_num) OUTPUT inserted.version_num VALUES ('a1');

GO

COMMIT;

GO

--- case: sqlalchemy::type::sa_PickleType_78
BEGIN TRANSACTION;

CREATE TABLE alembic_version (
    version_num VARCHAR(32) NOT NULL, 
    CONSTRAINT alembic_version_pkc PRIMARY KEY (version_num)
);

GO

-- Running upgrade  -> a1

CREATE TABLE thing (
    id INTEGER NOT NULL IDENTITY, 
    c IMAGE NULL, 
    d IMAGE NOT NULL, 
    PRIMARY KEY (id)
);

GO

INSERT INTO alembic_version (version_num) OUTPUT inserted.version_num VALUES ('a1');

GO

COMMIT;

GO

--- case: sqlalchemy::type::sa_JSON_none_as_null_True_80
BEGIN TRANSACTION;

CREATE TABLE alembic_version (
    version_num VARCHAR(32) NOT NULL, 
    CONSTRAINT alembic_version_pkc PRIMARY KEY (version_num)
);

GO

-- Running upgrade  -> a1

CREATE TABLE thing (
    id INTEGER NOT NULL IDENTITY, 
    c NVARCHAR(max) NULL, 
    d NVARCHAR(max) NOT NULL, 
    PRIMARY KEY (id)
);

GO

INSERT INTO alembic_version (version_num) OUTPUT inserted.version_num VALUES ('a1');

GO

COMMIT;

GO

--- case: sqlalchemy::type::sa_Uuid_81
BEGIN TRANSACTION;

CREATE TABLE alembic_version (
    version_num VARCHAR(32) NOT NULL, 
    CONSTRAINT alembic_version_pkc PRIMARY KEY (version_num)
);

GO

-- Running upgrade  -> a1

CREATE TABLE thing (
    id INTEGER NOT NULL IDENTITY, 
    c UNIQUEIDENTIFIER NULL, 
    d UNIQUEIDENTIFIER NOT NULL, 
    PRIMARY KEY (id)
);

GO

INSERT INTO alembic_version (version_num) OUTPUT inserted.version_num VALUES ('a1');

GO

COMMIT;

GO

--- case: sqlalchemy::type::sa_Uuid_native_uuid_False_83
BEGIN TRANSACTION;

CREATE TABLE alembic_version (
    version_num VARCHAR(32) NOT NULL, 
    CONSTRAINT alembic_version_pkc PRIMARY KEY (version_num)
);

GO

-- Running upgrade  -> a1

CREATE TABLE thing (
    id INTEGER NOT NULL IDENTITY, 
    c CHAR(32) NULL, 
    d CHAR(32) NOT NULL, 
    PRIMARY KEY (id)
);

GO

INSERT INTO alembic_version (version_num) OUTPUT inserted.version_num VALUES ('a1');

GO

COMMIT;

GO

--- case: sqlalchemy::type::sa_ARRAY_sa_Integer_85
--- error: CompileError: (in table 'thing', column 'c'): Compiler <sqlalchemy.dialects.mssql.base.MSTypeCompiler object> can't render element of type ARRAY
--- case: sqlalchemy::type::sa_ARRAY_sa_String_20___dimensions_2_86
--- error: CompileError: (in table 'thing', column 'c'): Compiler <sqlalchemy.dialects.mssql.base.MSTypeCompiler object> can't render element of type ARRAY
--- case: sqlalchemy::type::sa_Enum__a____b____c___name__letters_87
BEGIN TRANSACTION;

CREATE TABLE alembic_version (
    version_num VARCHAR(32) NOT NULL, 
    CONSTRAINT alembic_version_pkc PRIMARY KEY (version_num)
);

GO

-- Running upgrade  -> a1

CREATE TABLE thing (
    id INTEGER NOT NULL IDENTITY, 
    c VARCHAR(1) NULL, 
    d VARCHAR(1) NOT NULL, 
    PRIMARY KEY (id)
);

GO

INSERT INTO alembic_version (version_num) OUTPUT inserted.version_num VALUES ('a1');

GO

COMMIT;

GO

--- case: sqlalchemy::type::sa_Enum__a____bb____ccc_88
BEGIN TRANSACTION;

CREATE TABLE alembic_version (
    version_num VARCHAR(32) NOT NULL, 
    CONSTRAINT alembic_version_pkc PRIMARY KEY (version_num)
);

GO

-- Running upgrade  -> a1

CREATE TABLE thing (
    id INTEGER NOT NULL IDENTITY, 
    c VARCHAR(3) NULL, 
    d VARCHAR(3) NOT NULL, 
    PRIMARY KEY (id)
);

GO

INSERT INTO alembic_version (version_num) OUTPUT inserted.version_num VALUES ('a1');

GO

COMMIT;

GO

--- case: sqlalchemy::type::sa_Enum__x____y___name__xy___native_enum_False_89
BEGIN TRANSACTION;

CREATE TABLE alembic_version (
    version_num VARCHAR(32) NOT NULL, 
    CONSTRAINT alembic_version_pkc PRIMARY KEY (version_num)
);

GO

-- Running upgrade  -> a1

CREATE TABLE thing (
    id INTEGER NOT NULL IDENTITY, 
    c VARCHAR(1) NULL, 
    d VARCHAR(1) NOT NULL, 
    PRIMARY KEY (id)
);

GO

INSERT INTO alembic_version (version_num) OUTPUT inserted.version_num VALUES ('a1');

GO

COMMIT;

GO

--- case: sqlalchemy::type::sa_Enum__a____b___name__MixedCase_94
BEGIN TRANSACTION;

CREATE TABLE alembic_version (
    version_num VARCHAR(32) NOT NULL, 
    CONSTRAINT alembic_version_pkc PRIMARY KEY (version_num)
);

GO

-- Running upgrade  -> a1

CREATE TABLE thing (
    id INTEGER NOT NULL IDENTITY, 
    c VARCHAR(1) NULL, 
    d VARCHAR(1) NOT NULL, 
    PRIMARY KEY (id)
);

GO

INSERT INTO alembic_version (version_num) OUTPUT inserted.version_num VALUES ('a1');

GO

COMMIT;

GO

--- case: sqlalchemy::type::sa_Enum__a____b___name__letters___inherit_schema_True_96
BEGIN TRANSACTION;

CREATE TABLE alembic_version (
    version_num VARCHAR(32) NOT NULL, 
    CONSTRAINT alembic_version_pkc PRIMARY KEY (version_num)
);

GO

-- Running upgrade  -> a1

CREATE TABLE thing (
    id INTEGER NOT NULL IDENTITY, 
    c VARCHAR(1) NULL, 
    d VARCHAR(1) NOT NULL, 
    PRIMARY KEY (id)
);

GO

INSERT INTO alembic_version (version_num) OUTPUT inserted.version_num VALUES ('a1');

GO

COMMIT;

GO

--- case: sqlalchemy::type::sa_Enum__a____b___name__letters___validate_strings_True__metadata_sa_M_98
BEGIN TRANSACTION;

CREATE TABLE alembic_version (
    version_num VARCHAR(32) NOT NULL, 
    CONSTRAINT alembic_version_pkc PRIMARY KEY (version_num)
);

GO

-- Running upgrade  -> a1

CREATE TABLE thing (
    id INTEGER NOT NULL IDENTITY, 
    c VARCHAR(1) NULL, 
    d VARCHAR(1) NOT NULL, 
    PRIMARY KEY (id)
);

GO

INSERT INTO alembic_version (version_num) OUTPUT inserted.version_num VALUES ('a1');

GO

COMMIT;

GO

--- case: sqlalchemy::type::sa_String_20__with_variant_sa_Text_____mysql_99
BEGIN TRANSACTION;

CREATE TABLE alembic_version (
    version_num VARCHAR(32) NOT NULL, 
    CONSTRAINT alembic_version_pkc PRIMARY KEY (version_num)
);

GO

-- Running upgrade  -> a1

CREATE TABLE thing (
    id INTEGER NOT NULL IDENTITY, 
    c VARCHAR(20) NULL, 
    d VARCHAR(20) NOT NULL, 
    PRIMARY KEY (id)
);

GO

INSERT INTO alembic_version (version_num) OUTPUT inserted.version_num VALUES ('a1');

GO

COMMIT;

GO

--- case: sqlalchemy::type::sa_JSON___with_variant_postgresql_JSONB_____postgresql_101
BEGIN TRANSACTION;

CREATE TABLE alembic_version (
    version_num VARCHAR(32) NOT NULL, 
    CONSTRAINT alembic_version_pkc PRIMARY KEY (version_num)
);

GO

-- Running upgrade  -> a1

CREATE TABLE thing (
    id INTEGER NOT NULL IDENTITY, 
    c NVARCHAR(max) NULL, 
    d NVARCHAR(max) NOT NULL, 
    PRIMARY KEY (id)
);

GO

INSERT INTO alembic_version (version_num) OUTPUT inserted.version_num VALUES ('a1');

GO

COMMIT;

GO

--- case: sqlalchemy::type::sa_Text___with_variant_mssql_NVARCHAR_None____mssql_104
BEGIN TRANSACTION;

CREATE TABLE alembic_version (
    version_num VARCHAR(32) NOT NULL, 
    CONSTRAINT alembic_version_pkc PRIMARY KEY (version_num)
);

GO

-- Running upgrade  -> a1

CREATE TABLE thing (
    id INTEGER NOT NULL IDENTITY, 
    c NVARCHAR(max) NULL, 
    d NVARCHAR(max) NOT NULL, 
    PRIMARY KEY (id)
);

GO

INSERT INTO alembic_version (version_num) OUTPUT inserted.version_num VALUES ('a1');

GO

COMMIT;

GO

--- case: sqlalchemy::add_column_type::sa_INTEGER_4
BEGIN TRANSACTION;

CREATE TABLE alembic_version (
    version_num VARCHAR(32) NOT NULL, 
    CONSTRAINT alembic_version_pkc PRIMARY KEY (version_num)
);

GO

-- Running upgrade  -> a1

ALTER TABLE thing ADD c INTEGER NULL;

GO

ALTER TABLE thing ALTER COLUMN e INTEGER NULL;

GO

INSERT INTO alembic_version (version_num) OUTPUT inserted.version_num VALUES ('a1');

GO

COMMIT;

GO

--- case: sqlalchemy::add_column_type::sa_String_8
BEGIN TRANSACTION;

CREATE TABLE alembic_version (
    version_num VARCHAR(32) NOT NULL, 
    CONSTRAINT alembic_version_pkc PRIMARY KEY (version_num)
);

GO

-- Running upgrade  -> a1

ALTER TABLE thing ADD c VARCHAR(max) NULL;

GO

ALTER TABLE thing ALTER COLUMN e VARCHAR(max) NULL;

GO

INSERT INTO alembic_version (version_num) OUTPUT inserted.version_num VALUES ('a1');

GO

COMMIT;

GO

--- case: sqlalchemy::add_column_type::sa_String_50__collation__utf8mb4_bin_12
BEGIN TRANSACTION;

CREATE TABLE alembic_version (
    version_num VARCHAR(32) NOT NULL, 
    CONSTRAINT alembic_version_pkc PRIMARY KEY (version_num)
);

GO

-- Running upgrade  -> a1

ALTER TABLE thing ADD c VARCHAR(50) COLLATE utf8mb4_bin NULL;

GO

ALTER TABLE thing ALTER COLUMN e VARCHAR(50) COLLATE utf8mb4_bin NULL;

GO

INSERT INTO alembic_version (version_num) OUTPUT inserted.version_num VALUES ('a1');

GO

COMMIT;

GO

--- case: sqlalchemy::add_column_type::sa_Unicode_20
BEGIN TRANSACTION;

CREATE TABLE alembic_version (
    version_num VARCHAR(32) NOT NULL, 
    CONSTRAINT alembic_version_pkc PRIMARY KEY (version_num)
);

GO

-- Running upgrade  -> a1

ALTER TABLE thing ADD c NVARCHAR(max) NULL;

GO

ALTER TABLE thing ALTER COLUMN e NVARCHAR(max) NULL;

GO

INSERT INTO alembic_version (version_num) OUTPUT inserted.version_num VALUES ('a1');

GO

COMMIT;

GO

--- case: sqlalchemy::add_column_type::sa_Text_24
BEGIN TRANSACTION;

CREATE TABLE alembic_version (
    version_num VARCHAR(32) NOT NULL, 
    CONSTRAINT alembic_version_pkc PRIMARY KEY (version_num)
);

GO

-- Running upgrade  -> a1

ALTER TABLE thing ADD c TEXT NULL;

GO

ALTER TABLE thing ALTER COLUMN e TEXT NULL;

GO

INSERT INTO alembic_version (version_num) OUTPUT inserted.version_num VALUES ('a1');

GO

COMMIT;

GO

--- case: sqlalchemy::add_column_type::sa_Text_collation__de_DE_28
BEGIN TRANSACTION;

CREATE TABLE alembic_version (
    version_num VARCHAR(32) NOT NULL, 
    CONSTRAINT alembic_version_pkc PRIMARY KEY (version_num)
);

GO

-- Running upgrade  -> a1

ALTER TABLE thing ADD c TEXT COLLATE de_DE NULL;

GO

ALTER TABLE thing ALTER COLUMN e TEXT COLLATE de_DE NULL;

GO

INSERT INTO alembic_version (version_num) OUTPUT inserted.version_num VALUES ('a1');

GO

COMMIT;

GO

--- case: sqlalchemy::add_column_type::sa_NUMERIC_5_36
BEGIN TRANSACTION;

CREATE TABLE alembic_version (
    version_num VARCHAR(32) NOT NULL, 
    CONSTRAINT alembic_version_pkc PRIMARY KEY (version_num)
);

GO

-- Running upgrade  -> a1

ALTER TABLE thing ADD c NUMERIC(5) NULL;

GO

ALTER TABLE thing ALTER COLUMN e NUMERIC(5) NULL;

GO

INSERT INTO alembic_version (version_num) OUTPUT inserted.version_num VALUES ('a1');

GO

COMMIT;

GO

--- case: sqlalchemy::add_column_type::sa_REAL_44
BEGIN TRANSACTION;

CREATE TABLE alembic_version (
    version_num VARCHAR(32) NOT NULL, 
    CONSTRAINT alembic_version_pkc PRIMARY KEY (version_num)
);

GO

-- Running upgrade  -> a1

ALTER TABLE thing ADD c REAL NULL;

GO

ALTER TABLE thing ALTER COLUMN e REAL NULL;

GO

INSERT INTO alembic_version (version_num) OUTPUT inserted.version_num VALUES ('a1');

GO

COMMIT;

GO

--- case: sqlalchemy::add_column_type::sa_DOUBLE_PRECISION_48
BEGIN TRANSACTION;

CREATE TABLE alembic_version (
    version_num VARCHAR(32) NOT NULL, 
    CONSTRAINT alembic_version_pkc PRIMARY KEY (version_num)
);

GO

-- Running upgrade  -> a1

ALTER TABLE thing ADD c DOUBLE PRECISION NULL;

GO

ALTER TABLE thing ALTER COLUMN e DOUBLE PRECISION NULL;

GO

INSERT INTO alembic_version (version_num) OUTPUT inserted.version_num VALUES ('a1');

GO

COMMIT;

GO

--- case: sqlalchemy::add_column_type::sa_Boolean_create_constraint_True_52
BEGIN TRANSACTION;

CREATE TABLE alembic_version (
    version_num VARCHAR(32) NOT NULL, 
    CONSTRAINT alembic_version_pkc PRIMARY KEY (version_num)
);

GO

-- Running upgrade  -> a1

ALTER TABLE thing ADD c BIT NULL;

GO

ALTER TABLE thing ALTER COLUMN e BIT NULL;

GO

INSERT INTO alembic_version (version_num) OUTPUT inserted.version_num VALUES ('a1');

GO

COMMIT;

GO

--- case: sqlalchemy::add_column_type::sa_TIMESTAMP_timezone_True_64
BEGIN TRANSACTION;

CREATE TABLE alembic_version (
    version_num VARCHAR(32) NOT NULL, 
    CONSTRAINT alembic_version_pkc PRIMARY KEY (version_num)
);

GO

-- Running upgrade  -> a1

ALTER TABLE thing ADD c TIMESTAMP NULL;

GO

ALTER TABLE thing ALTER COLUMN e TIMESTAMP NULL;

GO

INSERT INTO alembic_version (version_num) OUTPUT inserted.version_num VALUES ('a1');

GO

COMMIT;

GO

--- case: sqlalchemy::add_column_type::sa_Interval_day_precision_4__second_precision_6_68
BEGIN TRANSACTION;

CREATE TABLE alembic_version (
    version_num VARCHAR(32) NOT NULL, 
    CONSTRAINT alembic_version_pkc PRIMARY KEY (version_num)
);

GO

-- Running upgrade  -> a1

ALTER TABLE thing ADD c DATETIME NULL;

GO

ALTER TABLE thing ALTER COLUMN e DATETIME NULL;

GO

INSERT INTO alembic_version (version_num) OUTPUT inserted.version_num VALUES ('a1');

GO

COMMIT;

GO

--- case: sqlalchemy::add_column_type::sa_BLOB_72
BEGIN TRANSACTION;

CREATE TABLE alembic_version (
    version_num VARCHAR(32) NOT NULL, 
    CONSTRAINT alembic_version_pkc PRIMARY KEY (version_num)
);

GO

-- Running upgrade  -> a1

ALTER TABLE thing ADD c BLOB NULL;

GO

ALTER TABLE thing ALTER COLUMN e BLOB NULL;

GO

INSERT INTO alembic_version (version_num) OUTPUT inserted.version_num VALUES ('a1');

GO

COMMIT;

GO

--- case: sqlalchemy::add_column_type::sa_VARBINARY_64_76
BEGIN TRANSACTION;

CREATE TABLE alembic_version (
    version_num VARCHAR(32) NOT NULL, 
    CONSTRAINT alembic_version_pkc PRIMARY KEY (version_num)
);

GO

-- Running upgrade  -> a1

ALTER TABLE thing ADD c VARBINARY(64) NULL;

GO

ALTER TABLE thing ALTER COLUMN e VARBINARY(64) NULL;

GO

INSERT INTO alembic_version (version_num) OUTPUT inserted.version_num VALUES ('a1');

GO

COMMIT;

GO

--- case: sqlalchemy::add_column_type::sa_JSON_none_as_null_True_80
BEGIN TRANSACTION;

CREATE TABLE alembic_version (
    version_num VARCHAR(32) NOT NULL, 
    CONSTRAINT alembic_version_pkc PRIMARY KEY (version_num)
);

GO

-- Running upgrade  -> a1

ALTER TABLE thing ADD c NVARCHAR(max) NULL;

GO

ALTER TABLE thing ALTER COLUMN e NVARCHAR(max) NULL;

GO

INSERT INTO alembic_version (version_num) OUTPUT inserted.version_num VALUES ('a1');

GO

COMMIT;

GO

--- case: sqlalchemy::add_column_type::sa_Enum__a____b____c___name__letters_87
BEGIN TRANSACTION;

CREATE TABLE alembic_version (
    version_num VARCHAR(32) NOT NULL, 
    CONSTRAINT alembic_version_pkc PRIMARY KEY (version_num)
);

GO

-- Running upgrade  -> a1

ALTER TABLE thing ADD c VARCHAR(1) NULL;

GO

ALTER TABLE thing ALTER COLUMN e VARCHAR(1) NULL;

GO

INSERT INTO alembic_version (version_num) OUTPUT inserted.version_num VALUES ('a1');

GO

COMMIT;

GO

--- case: sqlalchemy::add_column_type::sa_Enum__x____y___name__xy___native_enum_False__length_20_90
BEGIN TRANSACTION;

CREATE TABLE alembic_version (
    version_num VARCHAR(32) NOT NULL, 
    CONSTRAINT alembic_version_pkc PRIMARY KEY (version_num)
);

GO

-- Running upgrade  -> a1

ALTER TABLE thing ADD c VARCHAR(20) NULL;

GO

ALTER TABLE thing ALTER COLUMN e VARCHAR(20) NULL;

GO

INSERT INTO alembic_version (version_num) OUTPUT inserted.version_num VALUES ('a1');

GO

COMMIT;

GO

--- case: sqlalchemy::add_column_type::sa_Enum__x____y___name__xy___native_enum_False__create_constraint_True_91
BEGIN TRANSACTION;

CREATE TABLE alembic_version (
    version_num VARCHAR(32) NOT NULL, 
    CONSTRAINT alembic_version_pkc PRIMARY KEY (version_num)
);

GO

-- Running upgrade  -> a1

ALTER TABLE thing ADD c VARCHAR(1) NULL;

GO

ALTER TABLE thing ADD CONSTRAINT xy CHECK (c IN ('x', 'y'));

GO

ALTER TABLE thing ALTER COLUMN e VARCHAR(1) NULL;

GO

ALTER TABLE thing ADD CONSTRAINT xy CHECK (e IN ('x', 'y'));

GO

INSERT INTO alembic_version (version_num) OUTPUT inserted.version_num VALUES ('a1');

GO

COMMIT;

GO

--- case: sqlalchemy::add_column_type::sa_Enum__x____y___native_enum_False__create_constraint_True_92
BEGIN TRANSACTION;

CREATE TABLE alembic_version (
    version_num VARCHAR(32) NOT NULL, 
    CONSTRAINT alembic_version_pkc PRIMARY KEY (version_num)
);

GO

-- Running upgrade  -> a1

ALTER TABLE thing ADD c VARCHAR(1) NULL;

GO

ALTER TABLE thing ADD CHECK (c IN ('x', 'y'));

GO

ALTER TABLE thing ALTER COLUMN e VARCHAR(1) NULL;

GO

ALTER TABLE thing ADD CHECK (e IN ('x', 'y'));

GO

INSERT INTO alembic_version (version_num) OUTPUT inserted.version_num VALUES ('a1');

GO

COMMIT;

GO

--- case: sqlalchemy::add_column_type::sa_Enum__a____b___name__MixedCase_94
BEGIN TRANSACTION;

CREATE TABLE alembic_version (
    version_num VARCHAR(32) NOT NULL, 
    CONSTRAINT alembic_version_pkc PRIMARY KEY (version_num)
);

GO

-- Running upgrade  -> a1

ALTER TABLE thing ADD c VARCHAR(1) NULL;

GO

ALTER TABLE thing ALTER COLUMN e VARCHAR(1) NULL;

GO

INSERT INTO alembic_version (version_num) OUTPUT inserted.version_num VALUES ('a1');

GO

COMMIT;

GO

--- case: types::made_by_a_function
--- error: ArgumentError: 'SchemaItem' object, such as a 'Column' or a 'Constraint' expected, got <function upgrade.<locals>.small>
--- case: as_text
BEGIN TRANSACTION;

CREATE TABLE alembic_version (
    version_num VARCHAR(32) NOT NULL, 
    CONSTRAINT alembic_version_pkc PRIMARY KEY (version_num)
);

GO

-- Running upgrade  -> a1

SELECT 'VARCHAR(36)';

GO

SELECT 'VARCHAR';

GO

SELECT 'VARCHAR(5) COLLATE "C"';

GO

SELECT 'VARCHAR(3)';

GO

SELECT 'TEXT';

GO

SELECT 'TEXT';

GO

SELECT 'INTEGER';

GO

SELECT 'BIGINT';

GO

SELECT 'SMALLINT';

GO

SELECT 'NUMERIC(10, 2)';

GO

SELECT 'NUMERIC(5)';

GO

SELECT 'NUMERIC';

GO

SELECT 'DECIMAL(3, 1)';

GO

SELECT 'FLOAT';

GO

SELECT 'FLOAT';

GO

SELECT 'DOUBLE';

GO

SELECT 'REAL';

GO

SELECT 'DATETIME';

GO

SELECT 'DATETIME';

GO

SELECT 'DATE';

GO

SELECT 'TIME';

GO

SELECT 'TIMESTAMP';

GO

SELECT 'DATETIME';

GO

SELECT 'BOOLEAN';

GO

SELECT 'JSON';

GO

SELECT 'VARCHAR(3)';

GO

SELECT 'CHAR(32)';

GO

SELECT 'UUID';

GO

SELECT 'BLOB';

GO

SELECT 'BINARY(4)';

GO

SELECT 'VARBINARY';

GO

SELECT 'BLOB';

GO

SELECT 'NULL';

GO

SELECT 'ARRAY';

GO

SELECT 'VARCHAR(5)';

GO

SELECT 'CHAR(3)';

GO

SELECT 'NVARCHAR(2)';

GO

SELECT 'CLOB';

GO

SELECT 'JSONB';

GO

SELECT 'UUID';

GO

SELECT 'ARRAY';

GO

SELECT 'TIMESTAMP';

GO

SELECT 'VARCHAR(1)';

GO

SELECT 'DOUBLE PRECISION';

GO

SELECT 'INET';

GO

SELECT 'BIT';

GO

SELECT 'INTERVAL';

GO

SELECT 'INTEGER';

GO

SELECT 'VARCHAR(20) COLLATE utf8_bin';

GO

SELECT 'TINYINT';

GO

SELECT 'DATETIME';

GO

SELECT 'LONGTEXT';

GO

SELECT 'ENUM';

GO

SELECT 'DOUBLE';

GO

SELECT 'DATETIME';

GO

SELECT 'NVARCHAR(10)';

GO

SELECT 'DATETIME2';

GO

SELECT 'UNIQUEIDENTIFIER';

GO

SELECT 'NUMBER';

GO

SELECT 'VARCHAR2';

GO

SELECT 'VARCHAR(7)';

GO

SELECT 'varchar(9)';

GO

INSERT INTO alembic_version (version_num) OUTPUT inserted.version_num VALUES ('a1');

GO

COMMIT;

GO

