--- case: sqlalchemy::type::sa_SMALLINT_7
BEGIN;

CREATE TABLE alembic_version (
    version_num VARCHAR(32) NOT NULL, 
    CONSTRAINT alembic_version_pkc PRIMARY KEY (version_num)
);

-- Running upgrade  -> a1

CREATE TABLE thing (
    id SERIAL NOT NULL, 
    c SMALLINT, 
    d SMALLINT NOT NULL, 
    PRIMARY KEY (id)
);

INSERT INTO alembic_version (version_num) VALUES ('a1') RETURNING alembic_version.version_num;

COMMIT;

--- case: sqlalchemy::type::sa_String_8
BEGIN;

CREATE TABLE alembic_version (
    version_num VARCHAR(32) NOT NULL, 
    CONSTRAINT alembic_version_pkc PRIMARY KEY (version_num)
);

-- Running upgrade  -> a1

CREATE TABLE thing (
    id SERIAL NOT NULL, 
    c VARCHAR, 
    d VARCHAR NOT NULL, 
    PRIMARY KEY (id)
);

INSERT INTO alembic_version (version_num) VALUES ('a1') RETURNING alembic_version.version_num;

COMMIT;

--- case: sqlalchemy::type::sa_String_50_9
BEGIN;

CREATE TABLE alembic_version (
    version_num VARCHAR(32) NOT NULL, 
    CONSTRAINT alembic_version_pkc PRIMARY KEY (version_num)
);

-- Running upgrade  -> a1

CREATE TABLE thing (
    id SERIAL NOT NULL, 
    c VARCHAR(50), 
    d VARCHAR(50) NOT NULL, 
    PRIMARY KEY (id)
);

INSERT INTO alembic_version (version_num) VALUES ('a1') RETURNING alembic_version.version_num;

COMMIT;

--- case: sqlalchemy::type::sa_String_length_255_10
BEGIN;

CREATE TABLE alembic_version (
    version_num VARCHAR(32) NOT NULL, 
    CONSTRAINT alembic_version_pkc PRIMARY KEY (version_num)
);

-- Running upgrade  -> a1

CREATE TABLE thing (
    id SERIAL NOT NULL, 
    c VARCHAR(255), 
    d VARCHAR(255) NOT NULL, 
    PRIMARY KEY (id)
);

INSERT INTO alembic_version (version_num) VALUES ('a1') RETURNING alembic_version.version_num;

COMMIT;

--- case: sqlalchemy::type::sa_String_50__collation__utf8mb4_bin_12
BEGIN;

CREATE TABLE alembic_version (
    version_num VARCHAR(32) NOT NULL, 
    CONSTRAINT alembic_version_pkc PRIMARY KEY (version_num)
);

-- Running upgrade  -> a1

CREATE TABLE thing (
    id SERIAL NOT NULL, 
    c VARCHAR(50) COLLATE utf8mb4_bin, 
    d VARCHAR(50) COLLATE utf8mb4_bin NOT NULL, 
    PRIMARY KEY (id)
);

INSERT INTO alembic_version (version_num) VALUES ('a1') RETURNING alembic_version.version_num;

COMMIT;

--- case: sqlalchemy::type::sa_VARCHAR_20_13
BEGIN;

CREATE TABLE alembic_version (
    version_num VARCHAR(32) NOT NULL, 
    CONSTRAINT alembic_version_pkc PRIMARY KEY (version_num)
);

-- Running upgrade  -> a1

CREATE TABLE thing (
    id SERIAL NOT NULL, 
    c VARCHAR(20), 
    d VARCHAR(20) NOT NULL, 
    PRIMARY KEY (id)
);

INSERT INTO alembic_version (version_num) VALUES ('a1') RETURNING alembic_version.version_num;

COMMIT;

--- case: sqlalchemy::type::sa_VARCHAR_14
BEGIN;

CREATE TABLE alembic_version (
    version_num VARCHAR(32) NOT NULL, 
    CONSTRAINT alembic_version_pkc PRIMARY KEY (version_num)
);

-- Running upgrade  -> a1

CREATE TABLE thing (
    id SERIAL NOT NULL, 
    c VARCHAR, 
    d VARCHAR NOT NULL, 
    PRIMARY KEY (id)
);

INSERT INTO alembic_version (version_num) VALUES ('a1') RETURNING alembic_version.version_num;

COMMIT;

--- case: sqlalchemy::type::sa_CHAR_5_16
BEGIN;

CREATE TABLE alembic_version (
    version_num VARCHAR(32) NOT NULL, 
    CONSTRAINT alembic_version_pkc PRIMARY KEY (version_num)
);

-- Running upgrade  -> a1

CREATE TABLE thing (
    id SERIAL NOT NULL, 
    c CHAR(5), 
    d CHAR(5) NOT NULL, 
    PRIMARY KEY (id)
);

INSERT INTO alembic_version (version_num) VALUES ('a1') RETURNING alembic_version.version_num;

COMMIT;

--- case: sqlalchemy::type::sa_NCHAR_5_17
BEGIN;

CREATE TABLE alembic_version (
    version_num VARCHAR(32) NOT NULL, 
    CONSTRAINT alembic_version_pkc PRIMARY KEY (version_num)
);

-- Running upgrade  -> a1

CREATE TABLE thing (
    id SERIAL NOT NULL, 
    c NCHAR(5), 
    d NCHAR(5) NOT NULL, 
    PRIMARY KEY (id)
);

INSERT INTO alembic_version (version_num) VALUES ('a1') RETURNING alembic_version.version_num;

COMMIT;

--- case: sqlalchemy::type::sa_NVARCHAR_40_18
BEGIN;

CREATE TABLE alembic_version (
    version_num VARCHAR(32) NOT NULL, 
    CONSTRAINT alembic_version_pkc PRIMARY KEY (version_num)
);

-- Running upgrade  -> a1

CREATE TABLE thing (
    id SERIAL NOT NULL, 
    c NVARCHAR(40), 
    d NVARCHAR(40) NOT NULL, 
    PRIMARY KEY (id)
);

INSERT INTO alembic_version (version_num) VALUES ('a1') RETURNING alembic_version.version_num;

COMMIT;

--- case: sqlalchemy::type::sa_UnicodeText_22
BEGIN;

CREATE TABLE alembic_version (
    version_num VARCHAR(32) NOT NULL, 
    CONSTRAINT alembic_version_pkc PRIMARY KEY (version_num)
);

-- Running upgrade  -> a1

CREATE TABLE thing (
    id SERIAL NOT NULL, 
    c TEXT, 
    d TEXT NOT NULL, 
    PRIMARY KEY (id)
);

INSERT INTO alembic_version (version_num) VALUES ('a1') RETURNING alembic_version.version_num;

COMMIT;

--- case: sqlalchemy::type::sa_Text_24
BEGIN;

CREATE TABLE alembic_version (
    version_num VARCHAR(32) NOT NULL, 
    CONSTRAINT alembic_version_pkc PRIMARY KEY (version_num)
);

-- Running upgrade  -> a1

CREATE TABLE thing (
    id SERIAL NOT NULL, 
    c TEXT, 
    d TEXT NOT NULL, 
    PRIMARY KEY (id)
);

INSERT INTO alembic_version (version_num) VALUES ('a1') RETURNING alembic_version.version_num;

COMMIT;

--- case: sqlalchemy::type::sa_TEXT_27
BEGIN;

CREATE TABLE alembic_version (
    version_num VARCHAR(32) NOT NULL, 
    CONSTRAINT alembic_version_pkc PRIMARY KEY (version_num)
);

-- Running upgrade  -> a1

CREATE TABLE thing (
    id SERIAL NOT NULL, 
    c TEXT, 
    d TEXT NOT NULL, 
    PRIMARY KEY (id)
);

INSERT INTO alembic_version (version_num) VALUES ('a1') RETURNING alembic_version.version_num;

COMMIT;

--- case: sqlalchemy::type::sa_Text_collation__de_DE_28
BEGIN;

CREATE TABLE alembic_version (
    version_num VARCHAR(32) NOT NULL, 
    CONSTRAINT alembic_version_pkc PRIMARY KEY (version_num)
);

-- Running upgrade  -> a1

CREATE TABLE thing (
    id SERIAL NOT NULL, 
    c TEXT COLLATE "de_DE", 
    d TEXT COLLATE "de_DE" NOT NULL, 
    PRIMARY KEY (id)
);

INSERT INTO alembic_version (version_num) VALUES ('a1') RETURNING alembic_version.version_num;

COMMIT;

--- case: sqlalchemy::type::sa_CLOB_29
BEGIN;

CREATE TABLE alembic_version (
    version_num VARCHAR(32) NOT NULL, 
    CONSTRAINT alembic_version_pkc PRIMARY KEY (version_num)
);

-- Running upgrade  -> a1

CREATE TABLE thing (
    id SERIAL NOT NULL, 
    c CLOB, 
    d CLOB NOT NULL, 
    PRIMARY KEY (id)
);

INSERT INTO alembic_version (version_num) VALUES ('a1') RETURNING alembic_version.version_num;

COMMIT;

--- case: sqlalchemy::type::sa_Numeric_10__2_31
BEGIN;

CREATE TABLE alembic_version (
    version_num VARCHAR(32) NOT NULL, 
    CONSTRAINT alembic_version_pkc PRIMARY KEY (version_num)
);

-- Running upgrade  -> a1

CREATE TABLE thing (
    id SERIAL NOT NULL, 
    c NUMERIC(10, 2), 
    d NUMERIC(10, 2) NOT NULL, 
    PRIMARY KEY (id)
);

INSERT INTO alembic_version (version_num) VALUES ('a1') RETURNING alembic_version.version_num;

COMMIT;

--- case: sqlalchemy::type::sa_Numeric_precision_18__scale_4__asdecimal_False_32
BEGIN;

CREATE TABLE alembic_version (
    version_num VARCHAR(32) NOT NULL, 
    CONSTRAINT alembic_version_pkc PRIMARY KEY (version_num)
);

-- Running upgrade  -> a1

CREATE TABLE thing (
    id SERIAL NOT NULL, 
    c NUMERIC(18, 4), 
    d NUMERIC(18, 4) NOT NULL, 
    PRIMARY KEY (id)
);

INSERT INTO alembic_version (version_num) VALUES ('a1') RETURNING alembic_version.version_num;

COMMIT;

--- case: sqlalchemy::type::sa_DECIMAL_8__3_34
BEGIN;

CREATE TABLE alembic_version (
    version_num VARCHAR(32) NOT NULL, 
    CONSTRAINT alembic_version_pkc PRIMARY KEY (version_num)
);

-- Running upgrade  -> a1

CREATE TABLE thing (
    id SERIAL NOT NULL, 
    c DECIMAL(8, 3), 
    d DECIMAL(8, 3) NOT NULL, 
    PRIMARY KEY (id)
);

INSERT INTO alembic_version (version_num) VALUES ('a1') RETURNING alembic_version.version_num;

COMMIT;

--- case: sqlalchemy::type::sa_NUMERIC_5_36
BEGIN;

CREATE TABLE alembic_version (
    version_num VARCHAR(32) NOT NULL, 
    CONSTRAINT alembic_version_pkc PRIMARY KEY (version_num)
);

-- Running upgrade  -> a1

CREATE TABLE thing (
    id SERIAL NOT NULL, 
    c NUMERIC(5), 
    d NUMERIC(5) NOT NULL, 
    PRIMARY KEY (id)
);

INSERT INTO alembic_version (version_num) VALUES ('a1') RETURNING alembic_version.version_num;

COMMIT;

--- case: sqlalchemy::type::sa_Float_24_38
BEGIN;

CREATE TABLE alembic_version (
    version_num VARCHAR(32) NOT NULL, 
    CONSTRAINT alembic_version_pkc PRIMARY KEY (version_num)
);

-- Running upgrade  -> a1

CREATE TABLE thing (
    id SERIAL NOT NULL, 
    c FLOAT(24), 
    d FLOAT(24) NOT NULL, 
    PRIMARY KEY (id)
);

INSERT INTO alembic_version (version_num) VALUES ('a1') RETURNING alembic_version.version_num;

COMMIT;

--- case: sqlalchemy::type::sa_Float_53_39
BEGIN;

CREATE TABLE alembic_version (
    version_num VARCHAR(32) NOT NULL, 
    CONSTRAINT alembic_version_pkc PRIMARY KEY (version_num)
);

-- Running upgrade  -> a1

CREATE TABLE thing (
    id SERIAL NOT NULL, 
    c FLOAT(53), 
    d FLOAT(53) NOT NULL, 
    PRIMARY KEY (id)
);

INSERT INTO alembic_version (version_num) VALUES ('a1') RETURNING alembic_version.version_num;

COMMIT;

--- case: sqlalchemy::type::sa_Float_precision_10__asdecimal_True_40
BEGIN;

CREATE TABLE alembic_version (
    version_num VARCHAR(32) NOT NULL, 
    CONSTRAINT alembic_version_pkc PRIMARY KEY (version_num)
);

-- Running upgrade  -> a1

CREATE TABLE thing (
    id SERIAL NOT NULL, 
    c FLOAT(10), 
    d FLOAT(10) NOT NULL, 
    PRIMARY KEY (id)
);

INSERT INTO alembic_version (version_num) VALUES ('a1') RETURNING alembic_version.version_num;

COMMIT;

--- case: sqlalchemy::type::sa_Double_45
BEGIN;

CREATE TABLE alembic_version (
    version_num VARCHAR(32) NOT NULL, 
    CONSTRAINT alembic_version_pkc PRIMARY KEY (version_num)
);

-- Running upgrade  -> a1

CREATE TABLE thing (
    id SERIAL NOT NULL, 
    c DOUBLE PRECISION, 
    d DOUBLE PRECISION NOT NULL, 
    PRIMARY KEY (id)
);

INSERT INTO alembic_version (version_num) VALUES ('a1') RETURNING alembic_version.version_num;

COMMIT;

--- case: sqlalchemy::type::sa_Double_53_46
BEGIN;

CREATE TABLE alembic_version (
    version_num VARCHAR(32) NOT NULL, 
    CONSTRAINT alembic_version_pkc PRIMARY KEY (version_num)
);

-- Running upgrade  -> a1

CREATE TABLE thing (
    id SERIAL NOT NULL, 
    c DOUBLE PRECISION, 
    d DOUBLE PRECISION NOT NULL, 
    PRIMARY KEY (id)
);

INSERT INTO alembic_version (version_num) VALUES ('a1') RETURNING alembic_version.version_num;

COMMIT;

--- case: sqlalchemy::type::sa_DOUBLE_PRECISION_48
BEGIN;

CREATE TABLE alembic_version (
    version_num VARCHAR(32) NOT NULL, 
    CONSTRAINT alembic_version_pkc PRIMARY KEY (version_num)
);

-- Running upgrade  -> a1

CREATE TABLE thing (
    id SERIAL NOT NULL, 
    c DOUBLE PRECISION, 
    d DOUBLE PRECISION NOT NULL, 
    PRIMARY KEY (id)
);

INSERT INTO alembic_version (version_num) VALUES ('a1') RETURNING alembic_version.version_num;

COMMIT;

--- case: sqlalchemy::type::sa_DOUBLE_PRECISION_20_49
BEGIN;

CREATE TABLE alembic_version (
    version_num VARCHAR(32) NOT NULL, 
    CONSTRAINT alembic_version_pkc PRIMARY KEY (version_num)
);

-- Running upgrade  -> a1

CREATE TABLE thing (
    id SERIAL NOT NULL, 
    c DOUBLE PRECISION, 
    d DOUBLE PRECISION NOT NULL, 
    PRIMARY KEY (id)
);

INSERT INTO alembic_version (version_num) VALUES ('a1') RETURNING alembic_version.version_num;

COMMIT;

--- case: sqlalchemy::type::sa_Boolean_create_constraint_True__name__ck_flag_53
BEGIN;

CREATE TABLE alembic_version (
    version_num VARCHAR(32) NOT NULL, 
    CONSTRAINT alembic_version_pkc PRIMARY KEY (version_num)
);

-- Running upgrade  -> a1

CREATE TABLE thing (
    id SERIAL NOT NULL, 
    c BOOLEAN, 
    d BOOLEAN NOT NULL, 
    PRIMARY KEY (id)
);

INSERT INTO alembic_version (version_num) VALUES ('a1') RETURNING alembic_version.version_num;

COMMIT;

--- case: sqlalchemy::type::sa_Boolean_name__unused_name_54
BEGIN;

CREATE TABLE alembic_version (
    version_num VARCHAR(32) NOT NULL, 
    CONSTRAINT alembic_version_pkc PRIMARY KEY (version_num)
);

-- Running upgrade  -> a1

CREATE TABLE thing (
    id SERIAL NOT NULL, 
    c BOOLEAN, 
    d BOOLEAN NOT NULL, 
    PRIMARY KEY (id)
);

INSERT INTO alembic_version (version_num) VALUES ('a1') RETURNING alembic_version.version_num;

COMMIT;

--- case: sqlalchemy::type::sa_Date_55
BEGIN;

CREATE TABLE alembic_version (
    version_num VARCHAR(32) NOT NULL, 
    CONSTRAINT alembic_version_pkc PRIMARY KEY (version_num)
);

-- Running upgrade  -> a1

CREATE TABLE thing (
    id SERIAL NOT NULL, 
    c DATE, 
    d DATE NOT NULL, 
    PRIMARY KEY (id)
);

INSERT INTO alembic_version (version_num) VALUES ('a1') RETURNING alembic_version.version_num;

COMMIT;

--- case: sqlalchemy::type::sa_DateTime_58
BEGIN;

CREATE TABLE alembic_version (
    version_num VARCHAR(32) NOT NULL, 
    CONSTRAINT alembic_version_pkc PRIMARY KEY (version_num)
);

-- Running upgrade  -> a1

CREATE TABLE thing (
    id SERIAL NOT NULL, 
    c TIMESTAMP WITHOUT TIME ZONE, 
    d TIMESTAMP WITHOUT TIME ZONE NOT NULL, 
    PRIMARY KEY (id)
);

INSERT INTO alembic_version (version_num) VALUES ('a1') RETURNING alembic_version.version_num;

COMMIT;

--- case: sqlalchemy::type::sa_DateTime_timezone_True_59
BEGIN;

CREATE TABLE alembic_version (
    version_num VARCHAR(32) NOT NULL, 
    CONSTRAINT alembic_version_pkc PRIMARY KEY (version_num)
);

-- Running upgrade  -> a1

CREATE TABLE thing (
    id SERIAL NOT NULL, 
    c TIMESTAMP WITH TIME ZONE, 
    d TIMESTAMP WITH TIME ZONE NOT NULL, 
    PRIMARY KEY (id)
);

INSERT INTO alembic_version (version_num) VALUES ('a1') RETURNING alembic_version.version_num;

COMMIT;

--- case: sqlalchemy::type::sa_DATE_60
BEGIN;

CREATE TABLE alembic_version (
    version_num VARCHAR(32) NOT NULL, 
    CONSTRAINT alembic_version_pkc PRIMARY KEY (version_num)
);

-- Running upgrade  -> a1

CREATE TABLE thing (
    id SERIAL NOT NULL, 
    c DATE, 
    d DATE NOT NULL, 
    PRIMARY KEY (id)
);

INSERT INTO alembic_version (version_num) VALUES ('a1') RETURNING alembic_version.version_num;

COMMIT;

--- case: sqlalchemy::type::sa_TIME_61
BEGIN;

CREATE TABLE alembic_version (
    version_num VARCHAR(32) NOT NULL, 
    CONSTRAINT alembic_version_pkc PRIMARY KEY (version_num)
);

-- Running upgrade  -> a1

CREATE TABLE thing (
    id SERIAL NOT NULL, 
    c TIME WITHOUT TIME ZONE, 
    d TIME WITHOUT TIME ZONE NOT NULL, 
    PRIMARY KEY (id)
);

INSERT INTO alembic_version (version_num) VALUES ('a1') RETURNING alembic_version.version_num;

COMMIT;

--- case: sqlalchemy::type::sa_DATETIME_62
BEGIN;

CREATE TABLE alembic_version (
    version_num VARCHAR(32) NOT NULL, 
    CONSTRAINT alembic_version_pkc PRIMARY KEY (version_num)
);

-- Running upgrade  -> a1

CREATE TABLE thing (
    id SERIAL NOT NULL, 
    c DATETIME, 
    d DATETIME NOT NULL, 
    PRIMARY KEY (id)
);

INSERT INTO alembic_version (version_num) VALUES ('a1') RETURNING alembic_version.version_num;

COMMIT;

--- case: sqlalchemy::type::sa_Interval_65
BEGIN;

CREATE TABLE alembic_version (
    version_num VARCHAR(32) NOT NULL, 
    CONSTRAINT alembic_version_pkc PRIMARY KEY (version_num)
);

-- Running upgrade  -> a1

CREATE TABLE thing (
    id SERIAL NOT NULL, 
    c INTERVAL, 
    d INTERVAL NOT NULL, 
    PRIMARY KEY (id)
);

INSERT INTO alembic_version (version_num) VALUES ('a1') RETURNING alembic_version.version_num;

COMMIT;

--- case: sqlalchemy::type::sa_Interval_second_precision_3_67
BEGIN;

CREATE TABLE alembic_version (
    version_num VARCHAR(32) NOT NULL, 
    CONSTRAINT alembic_version_pkc PRIMARY KEY (version_num)
);

-- Running upgrade  -> a1

CREATE TABLE thing (
    id SERIAL NOT NULL, 
    c INTERVAL (3), 
    d INTERVAL (3) NOT NULL, 
    PRIMARY KEY (id)
);

INSERT INTO alembic_version (version_num) VALUES ('a1') RETURNING alembic_version.version_num;

COMMIT;

--- case: sqlalchemy::type::sa_LargeBinary_69
BEGIN;

CREATE TABLE alembic_version (
    version_num VARCHAR(32) NOT NULL, 
    CONSTRAINT alembic_version_pkc PRIMARY KEY (version_num)
);

-- Running upgrade  -> a1

CREATE TABLE thing (
    id SERIAL NOT NULL, 
    c BYTEA, 
    d BYTEA NOT NULL, 
    PRIMARY KEY (id)
);

INSERT INTO alembic_version (version_num) VALUES ('a1') RETURNING alembic_version.version_num;

COMMIT;

--- case: sqlalchemy::type::sa_BLOB_20_73
BEGIN;

CREATE TABLE alembic_version (
    version_num VARCHAR(32) NOT NULL, 
    CONSTRAINT alembic_version_pkc PRIMARY KEY (version_num)
);

-- Running upgrade  -> a1

CREATE TABLE thing (
    id SERIAL NOT NULL, 
    c BLOB, 
    d BLOB NOT NULL, 
    PRIMARY KEY (id)
);

INSERT INTO alembic_version (version_num) VALUES ('a1') RETURNING alembic_version.version_num;

COMMIT;

--- case: sqlalchemy::type::sa_BINARY_16_75
BEGIN;

CREATE TABLE alembic_version (
    version_num VARCHAR(32) NOT NULL, 
    CONSTRAINT alembic_version_pkc PRIMARY KEY (version_num)
);

-- Running upgrade  -> a1

CREATE TABLE thing (
    id SERIAL NOT NULL, 
    c BINARY(16), 
    d BINARY(16) NOT NULL, 
    PRIMARY KEY (id)
);

INSERT INTO alembic_version (version_num) VALUES ('a1') RETURNING alembic_version.version_num;

COMMIT;

--- case: sqlalchemy::type::sa_VARBINARY_64_76
BEGIN;

CREATE TABLE alembic_version (
    version_num VARCHAR(32) NOT NULL, 
    CONSTRAINT alembic_version_pkc PRIMARY KEY (version_num)
);

-- Running upgrade  -> a1

CREATE TABLE thing (
    id SERIAL NOT NULL, 
    c VARBINARY(64), 
    d VARBINARY(64) NOT NULL, 
    PRIMARY KEY (id)
);

INSERT INTO alembic_version (version_num) VALUES ('a1') RETURNING alembic_version.version_num;

COMMIT;

--- case: sqlalchemy::type::sa_VARBINARY_77
BEGIN;

CREATE TABLE alembic_version (
    version_num VARCHAR(32) NOT NULL, 
    CONSTRAINT alembic_version_pkc PRIMARY KEY (version_num)
);

-- Running upgrade  -> a1

CREATE TABLE thing (
    id SERIAL NOT NULL, 
    c VARBINARY, 
    d VARBINARY NOT NULL, 
    PRIMARY KEY (id)
);

INSERT INTO alembic_version (version_num) VALUES ('a1') RETURNING alembic_version.version_num;

COMMIT;

--- case: sqlalchemy::type::sa_PickleType_78
BEGIN;

CREATE TABLE alembic_version (
    version_num VARCHAR(32) NOT NULL, 
    CONSTRAINT alembic_version_pkc PRIMARY KEY (version_num)
);

-- Running upgrade  -> a1

CREATE TABLE thing (
    id SERIAL NOT NULL, 
    c BYTEA, 
    d BYTEA NOT NULL, 
    PRIMARY KEY (id)
);

INSERT INTO alembic_version (version_num) VALUES ('a1') RETURNING alembic_version.version_num;

COMMIT;

--- case: sqlalchemy::type::sa_JSON_none_as_null_True_80
BEGIN;

CREATE TABLE alembic_version (
    version_num VARCHAR(32) NOT NULL, 
    CONSTRAINT alembic_version_pkc PRIMARY KEY (version_num)
);

-- Running upgrade  -> a1

CREATE TABLE thing (
    id SERIAL NOT NULL, 
    c JSON, 
    d JSON NOT NULL, 
    PRIMARY KEY (id)
);

INSERT INTO alembic_version (version_num) VALUES ('a1') RETURNING alembic_version.version_num;

COMMIT;

--- case: sqlalchemy::type::sa_Uuid_81
BEGIN;

CREATE TABLE alembic_version (
    version_num VARCHAR(32) NOT NULL, 
    CONSTRAINT alembic_version_pkc PRIMARY KEY (version_num)
);

-- Running upgrade  -> a1

CREATE TABLE thing (
    id SERIAL NOT NULL, 
    c UUID, 
    d UUID NOT NULL, 
    PRIMARY KEY (id)
);

INSERT INTO alembic_version (version_num) VALUES ('a1') RETURNING alembic_version.version_num;

COMMIT;

--- case: sqlalchemy::type::sa_Uuid_native_uuid_False_83
BEGIN;

CREATE TABLE alembic_version (
    version_num VARCHAR(32) NOT NULL, 
    CONSTRAINT alembic_version_pkc PRIMARY KEY (version_num)
);

-- Running upgrade  -> a1

CREATE TABLE thing (
    id SERIAL NOT NULL, 
    c CHAR(32), 
    d CHAR(32) NOT NULL, 
    PRIMARY KEY (id)
);

INSERT INTO alembic_version (version_num) VALUES ('a1') RETURNING alembic_version.version_num;

COMMIT;

--- case: sqlalchemy::type::sa_ARRAY_sa_Integer_85
BEGIN;

CREATE TABLE alembic_version (
    version_num VARCHAR(32) NOT NULL, 
    CONSTRAINT alembic_version_pkc PRIMARY KEY (version_num)
);

-- Running upgrade  -> a1

CREATE TABLE thing (
    id SERIAL NOT NULL, 
    c INTEGER[], 
    d INTEGER[] NOT NULL, 
    PRIMARY KEY (id)
);

INSERT INTO alembic_version (version_num) VALUES ('a1') RETURNING alembic_version.version_num;

COMMIT;

--- case: sqlalchemy::type::sa_ARRAY_sa_String_20___dimensions_2_86
BEGIN;

CREATE TABLE alembic_version (
    version_num VARCHAR(32) NOT NULL, 
    CONSTRAINT alembic_version_pkc PRIMARY KEY (version_num)
);

-- Running upgrade  -> a1

CREATE TABLE thing (
    id SERIAL NOT NULL, 
    c VARCHAR(20)[][], 
    d VARCHAR(20)[][] NOT NULL, 
    PRIMARY KEY (id)
);

INSERT INTO alembic_version (version_num) VALUES ('a1') RETURNING alembic_version.version_num;

COMMIT;

--- case: sqlalchemy::type::sa_Enum__a____b____c___name__letters_87
BEGIN;

CREATE TABLE alembic_version (
    version_num VARCHAR(32) NOT NULL, 
    CONSTRAINT alembic_version_pkc PRIMARY KEY (version_num)
);

-- Running upgrade  -> a1

CREATE TYPE letters AS ENUM ('a', 'b', 'c');

CREATE TABLE thing (
    id SERIAL NOT NULL, 
    c letters, 
    d letters NOT NULL, 
    PRIMARY KEY (id)
);

INSERT INTO alembic_version (version_num) VALUES ('a1') RETURNING alembic_version.version_num;

COMMIT;

--- case: sqlalchemy::type::sa_Enum__a____bb____ccc_88
--- error: CompileError: PostgreSQL ENUM type requires a name.
--- case: sqlalchemy::type::sa_Enum__x____y___name__xy___native_enum_False_89
BEGIN;

CREATE TABLE alembic_version (
    version_num VARCHAR(32) NOT NULL, 
    CONSTRAINT alembic_version_pkc PRIMARY KEY (version_num)
);

-- Running upgrade  -> a1

CREATE TABLE thing (
    id SERIAL NOT NULL, 
    c VARCHAR(1), 
    d VARCHAR(1) NOT NULL, 
    PRIMARY KEY (id)
);

INSERT INTO alembic_version (version_num) VALUES ('a1') RETURNING alembic_version.version_num;

COMMIT;

--- case: sqlalchemy::type::sa_Enum__a____b___name__MixedCase_94
BEGIN;

CREATE TABLE alembic_version (
    version_num VARCHAR(32) NOT NULL, 
    CONSTRAINT alembic_version_pkc PRIMARY KEY (version_num)
);

-- Running upgrade  -> a1

CREATE TYPE "MixedCase" AS ENUM ('a', 'b');

CREATE TABLE thing (
    id SERIAL NOT NULL, 
    c "MixedCase", 
    d "MixedCase" NOT NULL, 
    PRIMARY KEY (id)
);

INSERT INTO alembic_version (version_num) VALUES ('a1') RETURNING alembic_version.version_num;

COMMIT;

--- case: sqlalchemy::type::sa_Enum__a____b___name__letters___inherit_schema_True_96
BEGIN;

CREATE TABLE alembic_version (
    version_num VARCHAR(32) NOT NULL, 
    CONSTRAINT alembic_version_pkc PRIMARY KEY (version_num)
);

-- Running upgrade  -> a1

CREATE TYPE letters AS ENUM ('a', 'b');

CREATE TABLE thing (
    id SERIAL NOT NULL, 
    c letters, 
    d letters NOT NULL, 
    PRIMARY KEY (id)
);

INSERT INTO alembic_version (version_num) VALUES ('a1') RETURNING alembic_version.version_num;

COMMIT;

--- case: sqlalchemy::type::sa_Enum__a____b___name__letters___validate_strings_True__metadata_sa_M_98
BEGIN;

CREATE TABLE alembic_version (
    version_num VARCHAR(32) NOT NULL, 
    CONSTRAINT alembic_version_pkc PRIMARY KEY (version_num)
);

-- Running upgrade  -> a1

CREATE TYPE letters AS ENUM ('a', 'b');

CREATE TABLE thing (
    id SERIAL NOT NULL, 
    c letters, 
    d letters NOT NULL, 
    PRIMARY KEY (id)
);

INSERT INTO alembic_version (version_num) VALUES ('a1') RETURNING alembic_version.version_num;

COMMIT;

--- case: sqlalchemy::type::sa_String_20__with_variant_sa_Text_____mysql_99
BEGIN;

CREATE TABLE alembic_version (
    version_num VARCHAR(32) NOT NULL, 
    CONSTRAINT alembic_version_pkc PRIMARY KEY (version_num)
);

-- Running upgrade  -> a1

CREATE TABLE thing (
    id SERIAL NOT NULL, 
    c VARCHAR(20), 
    d VARCHAR(20) NOT NULL, 
    PRIMARY KEY (id)
);

INSERT INTO alembic_version (version_num) VALUES ('a1') RETURNING alembic_version.version_num;

COMMIT;

--- case: sqlalchemy::type::sa_JSON___with_variant_postgresql_JSONB_____postgresql_101
BEGIN;

CREATE TABLE alembic_version (
    version_num VARCHAR(32) NOT NULL, 
    CONSTRAINT alembic_version_pkc PRIMARY KEY (version_num)
);

-- Running upgrade  -> a1

CREATE TABLE thing (
    id SERIAL NOT NULL, 
    c JSONB, 
    d JSONB NOT NULL, 
    PRIMARY KEY (id)
);

INSERT INTO alembic_version (version_num) VALUES ('a1') RETURNING alembic_version.version_num;

COMMIT;

--- case: sqlalchemy::type::sa_Text___with_variant_mssql_NVARCHAR_None____mssql_104
BEGIN;

CREATE TABLE alembic_version (
    version_num VARCHAR(32) NOT NULL, 
    CONSTRAINT alembic_version_pkc PRIMARY KEY (version_num)
);

-- Running upgrade  -> a1

CREATE TABLE thing (
    id SERIAL NOT NULL, 
    c TEXT, 
    d TEXT NOT NULL, 
    PRIMARY KEY (id)
);

INSERT INTO alembic_version (version_num) VALUES ('a1') RETURNING alembic_version.version_num;

COMMIT;

--- case: sqlalchemy::pg_type::postgresql_TEXT_7
BEGIN;

CREATE TABLE alembic_version (
    version_num VARCHAR(32) NOT NULL, 
    CONSTRAINT alembic_version_pkc PRIMARY KEY (version_num)
);

-- Running upgrade  -> a1

CREATE TABLE thing (
    id SERIAL NOT NULL, 
    c TEXT, 
    d TEXT NOT NULL, 
    PRIMARY KEY (id)
);

INSERT INTO alembic_version (version_num) VALUES ('a1') RETURNING alembic_version.version_num;

COMMIT;

--- case: sqlalchemy::pg_type::postgresql_NUMERIC_10
BEGIN;

CREATE TABLE alembic_version (
    version_num VARCHAR(32) NOT NULL, 
    CONSTRAINT alembic_version_pkc PRIMARY KEY (version_num)
);

-- Running upgrade  -> a1

CREATE TABLE thing (
    id SERIAL NOT NULL, 
    c NUMERIC, 
    d NUMERIC NOT NULL, 
    PRIMARY KEY (id)
);

INSERT INTO alembic_version (version_num) VALUES ('a1') RETURNING alembic_version.version_num;

COMMIT;

--- case: sqlalchemy::pg_type::postgresql_FLOAT_11
BEGIN;

CREATE TABLE alembic_version (
    version_num VARCHAR(32) NOT NULL, 
    CONSTRAINT alembic_version_pkc PRIMARY KEY (version_num)
);

-- Running upgrade  -> a1

CREATE TABLE thing (
    id SERIAL NOT NULL, 
    c FLOAT, 
    d FLOAT NOT NULL, 
    PRIMARY KEY (id)
);

INSERT INTO alembic_version (version_num) VALUES ('a1') RETURNING alembic_version.version_num;

COMMIT;

--- case: sqlalchemy::pg_type::postgresql_REAL_13
BEGIN;

CREATE TABLE alembic_version (
    version_num VARCHAR(32) NOT NULL, 
    CONSTRAINT alembic_version_pkc PRIMARY KEY (version_num)
);

-- Running upgrade  -> a1

CREATE TABLE thing (
    id SERIAL NOT NULL, 
    c REAL, 
    d REAL NOT NULL, 
    PRIMARY KEY (id)
);

INSERT INTO alembic_version (version_num) VALUES ('a1') RETURNING alembic_version.version_num;

COMMIT;

--- case: sqlalchemy::pg_type::postgresql_CIDR_17
BEGIN;

CREATE TABLE alembic_version (
    version_num VARCHAR(32) NOT NULL, 
    CONSTRAINT alembic_version_pkc PRIMARY KEY (version_num)
);

-- Running upgrade  -> a1

CREATE TABLE thing (
    id SERIAL NOT NULL, 
    c CIDR, 
    d CIDR NOT NULL, 
    PRIMARY KEY (id)
);

INSERT INTO alembic_version (version_num) VALUES ('a1') RETURNING alembic_version.version_num;

COMMIT;

--- case: sqlalchemy::pg_type::postgresql_CITEXT_18
BEGIN;

CREATE TABLE alembic_version (
    version_num VARCHAR(32) NOT NULL, 
    CONSTRAINT alembic_version_pkc PRIMARY KEY (version_num)
);

-- Running upgrade  -> a1

CREATE TABLE thing (
    id SERIAL NOT NULL, 
    c CITEXT, 
    d CITEXT NOT NULL, 
    PRIMARY KEY (id)
);

INSERT INTO alembic_version (version_num) VALUES ('a1') RETURNING alembic_version.version_num;

COMMIT;

--- case: sqlalchemy::pg_type::postgresql_UUID_19
BEGIN;

CREATE TABLE alembic_version (
    version_num VARCHAR(32) NOT NULL, 
    CONSTRAINT alembic_version_pkc PRIMARY KEY (version_num)
);

-- Running upgrade  -> a1

CREATE TABLE thing (
    id SERIAL NOT NULL, 
    c UUID, 
    d UUID NOT NULL, 
    PRIMARY KEY (id)
);

INSERT INTO alembic_version (version_num) VALUES ('a1') RETURNING alembic_version.version_num;

COMMIT;

--- case: sqlalchemy::pg_type::postgresql_BIT_22
BEGIN;

CREATE TABLE alembic_version (
    version_num VARCHAR(32) NOT NULL, 
    CONSTRAINT alembic_version_pkc PRIMARY KEY (version_num)
);

-- Running upgrade  -> a1

CREATE TABLE thing (
    id SERIAL NOT NULL, 
    c BIT(1), 
    d BIT(1) NOT NULL, 
    PRIMARY KEY (id)
);

INSERT INTO alembic_version (version_num) VALUES ('a1') RETURNING alembic_version.version_num;

COMMIT;

--- case: sqlalchemy::pg_type::postgresql_BIT_varying_True_24
BEGIN;

CREATE TABLE alembic_version (
    version_num VARCHAR(32) NOT NULL, 
    CONSTRAINT alembic_version_pkc PRIMARY KEY (version_num)
);

-- Running upgrade  -> a1

CREATE TABLE thing (
    id SERIAL NOT NULL, 
    c BIT VARYING, 
    d BIT VARYING NOT NULL, 
    PRIMARY KEY (id)
);

INSERT INTO alembic_version (version_num) VALUES ('a1') RETURNING alembic_version.version_num;

COMMIT;

--- case: sqlalchemy::pg_type::postgresql_MACADDR_26
BEGIN;

CREATE TABLE alembic_version (
    version_num VARCHAR(32) NOT NULL, 
    CONSTRAINT alembic_version_pkc PRIMARY KEY (version_num)
);

-- Running upgrade  -> a1

CREATE TABLE thing (
    id SERIAL NOT NULL, 
    c MACADDR, 
    d MACADDR NOT NULL, 
    PRIMARY KEY (id)
);

INSERT INTO alembic_version (version_num) VALUES ('a1') RETURNING alembic_version.version_num;

COMMIT;

--- case: sqlalchemy::pg_type::postgresql_MACADDR8_27
BEGIN;

CREATE TABLE alembic_version (
    version_num VARCHAR(32) NOT NULL, 
    CONSTRAINT alembic_version_pkc PRIMARY KEY (version_num)
);

-- Running upgrade  -> a1

CREATE TABLE thing (
    id SERIAL NOT NULL, 
    c MACADDR8, 
    d MACADDR8 NOT NULL, 
    PRIMARY KEY (id)
);

INSERT INTO alembic_version (version_num) VALUES ('a1') RETURNING alembic_version.version_num;

COMMIT;

--- case: sqlalchemy::pg_type::postgresql_MONEY_28
BEGIN;

CREATE TABLE alembic_version (
    version_num VARCHAR(32) NOT NULL, 
    CONSTRAINT alembic_version_pkc PRIMARY KEY (version_num)
);

-- Running upgrade  -> a1

CREATE TABLE thing (
    id SERIAL NOT NULL, 
    c MONEY, 
    d MONEY NOT NULL, 
    PRIMARY KEY (id)
);

INSERT INTO alembic_version (version_num) VALUES ('a1') RETURNING alembic_version.version_num;

COMMIT;

--- case: sqlalchemy::pg_type::postgresql_REGCLASS_30
BEGIN;

CREATE TABLE alembic_version (
    version_num VARCHAR(32) NOT NULL, 
    CONSTRAINT alembic_version_pkc PRIMARY KEY (version_num)
);

-- Running upgrade  -> a1

CREATE TABLE thing (
    id SERIAL NOT NULL, 
    c REGCLASS, 
    d REGCLASS NOT NULL, 
    PRIMARY KEY (id)
);

INSERT INTO alembic_version (version_num) VALUES ('a1') RETURNING alembic_version.version_num;

COMMIT;

--- case: sqlalchemy::pg_type::postgresql_REGCONFIG_31
BEGIN;

CREATE TABLE alembic_version (
    version_num VARCHAR(32) NOT NULL, 
    CONSTRAINT alembic_version_pkc PRIMARY KEY (version_num)
);

-- Running upgrade  -> a1

CREATE TABLE thing (
    id SERIAL NOT NULL, 
    c REGCONFIG, 
    d REGCONFIG NOT NULL, 
    PRIMARY KEY (id)
);

INSERT INTO alembic_version (version_num) VALUES ('a1') RETURNING alembic_version.version_num;

COMMIT;

--- case: sqlalchemy::pg_type::postgresql_TSVECTOR_33
BEGIN;

CREATE TABLE alembic_version (
    version_num VARCHAR(32) NOT NULL, 
    CONSTRAINT alembic_version_pkc PRIMARY KEY (version_num)
);

-- Running upgrade  -> a1

CREATE TABLE thing (
    id SERIAL NOT NULL, 
    c TSVECTOR, 
    d TSVECTOR NOT NULL, 
    PRIMARY KEY (id)
);

INSERT INTO alembic_version (version_num) VALUES ('a1') RETURNING alembic_version.version_num;

COMMIT;

--- case: sqlalchemy::pg_type::postgresql_BYTEA_10_35
BEGIN;

CREATE TABLE alembic_version (
    version_num VARCHAR(32) NOT NULL, 
    CONSTRAINT alembic_version_pkc PRIMARY KEY (version_num)
);

-- Running upgrade  -> a1

CREATE TABLE thing (
    id SERIAL NOT NULL, 
    c BYTEA, 
    d BYTEA NOT NULL, 
    PRIMARY KEY (id)
);

INSERT INTO alembic_version (version_num) VALUES ('a1') RETURNING alembic_version.version_num;

COMMIT;

--- case: sqlalchemy::pg_type::postgresql_TIMESTAMP_precision_3_40
BEGIN;

CREATE TABLE alembic_version (
    version_num VARCHAR(32) NOT NULL, 
    CONSTRAINT alembic_version_pkc PRIMARY KEY (version_num)
);

-- Running upgrade  -> a1

CREATE TABLE thing (
    id SERIAL NOT NULL, 
    c TIMESTAMP(3) WITHOUT TIME ZONE, 
    d TIMESTAMP(3) WITHOUT TIME ZONE NOT NULL, 
    PRIMARY KEY (id)
);

INSERT INTO alembic_version (version_num) VALUES ('a1') RETURNING alembic_version.version_num;

COMMIT;

--- case: sqlalchemy::pg_type::postgresql_TIMESTAMP_timezone_False__precision_0_42
BEGIN;

CREATE TABLE alembic_version (
    version_num VARCHAR(32) NOT NULL, 
    CONSTRAINT alembic_version_pkc PRIMARY KEY (version_num)
);

-- Running upgrade  -> a1

CREATE TABLE thing (
    id SERIAL NOT NULL, 
    c TIMESTAMP(0) WITHOUT TIME ZONE, 
    d TIMESTAMP(0) WITHOUT TIME ZONE NOT NULL, 
    PRIMARY KEY (id)
);

INSERT INTO alembic_version (version_num) VALUES ('a1') RETURNING alembic_version.version_num;

COMMIT;

--- case: sqlalchemy::pg_type::postgresql_TIME_43
BEGIN;

CREATE TABLE alembic_version (
    version_num VARCHAR(32) NOT NULL, 
    CONSTRAINT alembic_version_pkc PRIMARY KEY (version_num)
);

-- Running upgrade  -> a1

CREATE TABLE thing (
    id SERIAL NOT NULL, 
    c TIME WITHOUT TIME ZONE, 
    d TIME WITHOUT TIME ZONE NOT NULL, 
    PRIMARY KEY (id)
);

INSERT INTO alembic_version (version_num) VALUES ('a1') RETURNING alembic_version.version_num;

COMMIT;

--- case: sqlalchemy::pg_type::postgresql_TIME_precision_2_45
BEGIN;

CREATE TABLE alembic_version (
    version_num VARCHAR(32) NOT NULL, 
    CONSTRAINT alembic_version_pkc PRIMARY KEY (version_num)
);

-- Running upgrade  -> a1

CREATE TABLE thing (
    id SERIAL NOT NULL, 
    c TIME(2) WITHOUT TIME ZONE, 
    d TIME(2) WITHOUT TIME ZONE NOT NULL, 
    PRIMARY KEY (id)
);

INSERT INTO alembic_version (version_num) VALUES ('a1') RETURNING alembic_version.version_num;

COMMIT;

--- case: sqlalchemy::pg_type::postgresql_TIME_timezone_True__precision_5_46
BEGIN;

CREATE TABLE alembic_version (
    version_num VARCHAR(32) NOT NULL, 
    CONSTRAINT alembic_version_pkc PRIMARY KEY (version_num)
);

-- Running upgrade  -> a1

CREATE TABLE thing (
    id SERIAL NOT NULL, 
    c TIME(5) WITH TIME ZONE, 
    d TIME(5) WITH TIME ZONE NOT NULL, 
    PRIMARY KEY (id)
);

INSERT INTO alembic_version (version_num) VALUES ('a1') RETURNING alembic_version.version_num;

COMMIT;

--- case: sqlalchemy::pg_type::postgresql_INTERVAL_47
BEGIN;

CREATE TABLE alembic_version (
    version_num VARCHAR(32) NOT NULL, 
    CONSTRAINT alembic_version_pkc PRIMARY KEY (version_num)
);

-- Running upgrade  -> a1

CREATE TABLE thing (
    id SERIAL NOT NULL, 
    c INTERVAL, 
    d INTERVAL NOT NULL, 
    PRIMARY KEY (id)
);

INSERT INTO alembic_version (version_num) VALUES ('a1') RETURNING alembic_version.version_num;

COMMIT;

--- case: sqlalchemy::pg_type::postgresql_INTERVAL_precision_3_48
BEGIN;

CREATE TABLE alembic_version (
    version_num VARCHAR(32) NOT NULL, 
    CONSTRAINT alembic_version_pkc PRIMARY KEY (version_num)
);

-- Running upgrade  -> a1

CREATE TABLE thing (
    id SERIAL NOT NULL, 
    c INTERVAL (3), 
    d INTERVAL (3) NOT NULL, 
    PRIMARY KEY (id)
);

INSERT INTO alembic_version (version_num) VALUES ('a1') RETURNING alembic_version.version_num;

COMMIT;

--- case: sqlalchemy::pg_type::postgresql_INTERVAL__HOUR_51
--- error: TypeError: %d format: a real number is required, not str
--- case: sqlalchemy::pg_type::postgresql_ARRAY_sa_Text____dimensions_1_53
BEGIN;

CREATE TABLE alembic_version (
    version_num VARCHAR(32) NOT NULL, 
    CONSTRAINT alembic_version_pkc PRIMARY KEY (version_num)
);

-- Running upgrade  -> a1

CREATE TABLE thing (
    id SERIAL NOT NULL, 
    c TEXT[], 
    d TEXT[] NOT NULL, 
    PRIMARY KEY (id)
);

INSERT INTO alembic_version (version_num) VALUES ('a1') RETURNING alembic_version.version_num;

COMMIT;

--- case: sqlalchemy::pg_type::postgresql_ARRAY_postgresql_VARCHAR_30__collation__C_58
BEGIN;

CREATE TABLE alembic_version (
    version_num VARCHAR(32) NOT NULL, 
    CONSTRAINT alembic_version_pkc PRIMARY KEY (version_num)
);

-- Running upgrade  -> a1

CREATE TABLE thing (
    id SERIAL NOT NULL, 
    c VARCHAR(30)[] COLLATE "C", 
    d VARCHAR(30)[] COLLATE "C" NOT NULL, 
    PRIMARY KEY (id)
);

INSERT INTO alembic_version (version_num) VALUES ('a1') RETURNING alembic_version.version_num;

COMMIT;

--- case: sqlalchemy::pg_type::postgresql_ARRAY_postgresql_ENUM__a____b___name__abtype_59
BEGIN;

CREATE TABLE alembic_version (
    version_num VARCHAR(32) NOT NULL, 
    CONSTRAINT alembic_version_pkc PRIMARY KEY (version_num)
);

-- Running upgrade  -> a1

CREATE TYPE abtype AS ENUM ('a', 'b');

CREATE TABLE thing (
    id SERIAL NOT NULL, 
    c abtype[], 
    d abtype[] NOT NULL, 
    PRIMARY KEY (id)
);

INSERT INTO alembic_version (version_num) VALUES ('a1') RETURNING alembic_version.version_num;

COMMIT;

--- case: sqlalchemy::pg_type::postgresql_ARRAY_postgresql_TIMESTAMP_timezone_True_61
BEGIN;

CREATE TABLE alembic_version (
    version_num VARCHAR(32) NOT NULL, 
    CONSTRAINT alembic_version_pkc PRIMARY KEY (version_num)
);

-- Running upgrade  -> a1

CREATE TABLE thing (
    id SERIAL NOT NULL, 
    c TIMESTAMP WITH TIME ZONE[], 
    d TIMESTAMP WITH TIME ZONE[] NOT NULL, 
    PRIMARY KEY (id)
);

INSERT INTO alembic_version (version_num) VALUES ('a1') RETURNING alembic_version.version_num;

COMMIT;

--- case: sqlalchemy::pg_type::postgresql_ARRAY_postgresql_JSONB_62
BEGIN;

CREATE TABLE alembic_version (
    version_num VARCHAR(32) NOT NULL, 
    CONSTRAINT alembic_version_pkc PRIMARY KEY (version_num)
);

-- Running upgrade  -> a1

CREATE TABLE thing (
    id SERIAL NOT NULL, 
    c JSONB[], 
    d JSONB[] NOT NULL, 
    PRIMARY KEY (id)
);

INSERT INTO alembic_version (version_num) VALUES ('a1') RETURNING alembic_version.version_num;

COMMIT;

--- case: sqlalchemy::pg_type::postgresql_ENUM__a____b___name__abtype_63
BEGIN;

CREATE TABLE alembic_version (
    version_num VARCHAR(32) NOT NULL, 
    CONSTRAINT alembic_version_pkc PRIMARY KEY (version_num)
);

-- Running upgrade  -> a1

CREATE TYPE abtype AS ENUM ('a', 'b');

CREATE TABLE thing (
    id SERIAL NOT NULL, 
    c abtype, 
    d abtype NOT NULL, 
    PRIMARY KEY (id)
);

INSERT INTO alembic_version (version_num) VALUES ('a1') RETURNING alembic_version.version_num;

COMMIT;

--- case: sqlalchemy::pg_type::postgresql_ENUM__a____b___name__AbType_66
BEGIN;

CREATE TABLE alembic_version (
    version_num VARCHAR(32) NOT NULL, 
    CONSTRAINT alembic_version_pkc PRIMARY KEY (version_num)
);

-- Running upgrade  -> a1

CREATE TYPE "AbType" AS ENUM ('a', 'b');

CREATE TABLE thing (
    id SERIAL NOT NULL, 
    c "AbType", 
    d "AbType" NOT NULL, 
    PRIMARY KEY (id)
);

INSERT INTO alembic_version (version_num) VALUES ('a1') RETURNING alembic_version.version_num;

COMMIT;

--- case: sqlalchemy::pg_type::postgresql_ENUM__O__Reilly____x___name__quoted_67
BEGIN;

CREATE TABLE alembic_version (
    version_num VARCHAR(32) NOT NULL, 
    CONSTRAINT alembic_version_pkc PRIMARY KEY (version_num)
);

-- Running upgrade  -> a1

CREATE TYPE quoted AS ENUM ('O''Reilly', 'x');

CREATE TABLE thing (
    id SERIAL NOT NULL, 
    c quoted, 
    d quoted NOT NULL, 
    PRIMARY KEY (id)
);

INSERT INTO alembic_version (version_num) VALUES ('a1') RETURNING alembic_version.version_num;

COMMIT;

--- case: sqlalchemy::pg_type::postgresql_DOMAIN_name__email___data_type_postgresql_CITEXT____constra_73
BEGIN;

CREATE TABLE alembic_version (
    version_num VARCHAR(32) NOT NULL, 
    CONSTRAINT alembic_version_pkc PRIMARY KEY (version_num)
);

-- Running upgrade  -> a1

CREATE DOMAIN email AS CITEXT CONSTRAINT email_chk NOT NULL CHECK (VALUE ~ '[^@]+@[^@]+\.[^@]+');

CREATE TABLE thing (
    id SERIAL NOT NULL, 
    c email, 
    d email NOT NULL, 
    PRIMARY KEY (id)
);

INSERT INTO alembic_version (version_num) VALUES ('a1') RETURNING alembic_version.version_num;

COMMIT;

--- case: sqlalchemy::pg_type::postgresql_DOMAIN__d1___sa_Integer____schema__types___default_sa_text_75
BEGIN;

CREATE TABLE alembic_version (
    version_num VARCHAR(32) NOT NULL, 
    CONSTRAINT alembic_version_pkc PRIMARY KEY (version_num)
);

-- Running upgrade  -> a1

CREATE DOMAIN types.d1 AS INTEGER DEFAULT 7;

CREATE TABLE thing (
    id SERIAL NOT NULL, 
    c types.d1, 
    d types.d1 NOT NULL, 
    PRIMARY KEY (id)
);

INSERT INTO alembic_version (version_num) VALUES ('a1') RETURNING alembic_version.version_num;

COMMIT;

--- case: sqlalchemy::pg_type::postgresql_HSTORE_78
BEGIN;

CREATE TABLE alembic_version (
    version_num VARCHAR(32) NOT NULL, 
    CONSTRAINT alembic_version_pkc PRIMARY KEY (version_num)
);

-- Running upgrade  -> a1

CREATE TABLE thing (
    id SERIAL NOT NULL, 
    c HSTORE, 
    d HSTORE NOT NULL, 
    PRIMARY KEY (id)
);

INSERT INTO alembic_version (version_num) VALUES ('a1') RETURNING alembic_version.version_num;

COMMIT;

--- case: sqlalchemy::pg_type::postgresql_JSON_none_as_null_True_81
BEGIN;

CREATE TABLE alembic_version (
    version_num VARCHAR(32) NOT NULL, 
    CONSTRAINT alembic_version_pkc PRIMARY KEY (version_num)
);

-- Running upgrade  -> a1

CREATE TABLE thing (
    id SERIAL NOT NULL, 
    c JSON, 
    d JSON NOT NULL, 
    PRIMARY KEY (id)
);

INSERT INTO alembic_version (version_num) VALUES ('a1') RETURNING alembic_version.version_num;

COMMIT;

--- case: sqlalchemy::pg_type::postgresql_JSONB_82
BEGIN;

CREATE TABLE alembic_version (
    version_num VARCHAR(32) NOT NULL, 
    CONSTRAINT alembic_version_pkc PRIMARY KEY (version_num)
);

-- Running upgrade  -> a1

CREATE TABLE thing (
    id SERIAL NOT NULL, 
    c JSONB, 
    d JSONB NOT NULL, 
    PRIMARY KEY (id)
);

INSERT INTO alembic_version (version_num) VALUES ('a1') RETURNING alembic_version.version_num;

COMMIT;

--- case: sqlalchemy::pg_type::postgresql_JSONB_astext_type_sa_Text_83
BEGIN;

CREATE TABLE alembic_version (
    version_num VARCHAR(32) NOT NULL, 
    CONSTRAINT alembic_version_pkc PRIMARY KEY (version_num)
);

-- Running upgrade  -> a1

CREATE TABLE thing (
    id SERIAL NOT NULL, 
    c JSONB, 
    d JSONB NOT NULL, 
    PRIMARY KEY (id)
);

INSERT INTO alembic_version (version_num) VALUES ('a1') RETURNING alembic_version.version_num;

COMMIT;

--- case: sqlalchemy::pg_type::postgresql_INT4RANGE_85
BEGIN;

CREATE TABLE alembic_version (
    version_num VARCHAR(32) NOT NULL, 
    CONSTRAINT alembic_version_pkc PRIMARY KEY (version_num)
);

-- Running upgrade  -> a1

CREATE TABLE thing (
    id SERIAL NOT NULL, 
    c INT4RANGE, 
    d INT4RANGE NOT NULL, 
    PRIMARY KEY (id)
);

INSERT INTO alembic_version (version_num) VALUES ('a1') RETURNING alembic_version.version_num;

COMMIT;

--- case: sqlalchemy::pg_type::postgresql_INT8RANGE_86
BEGIN;

CREATE TABLE alembic_version (
    version_num VARCHAR(32) NOT NULL, 
    CONSTRAINT alembic_version_pkc PRIMARY KEY (version_num)
);

-- Running upgrade  -> a1

CREATE TABLE thing (
    id SERIAL NOT NULL, 
    c INT8RANGE, 
    d INT8RANGE NOT NULL, 
    PRIMARY KEY (id)
);

INSERT INTO alembic_version (version_num) VALUES ('a1') RETURNING alembic_version.version_num;

COMMIT;

--- case: sqlalchemy::pg_type::postgresql_TSTZRANGE_90
BEGIN;

CREATE TABLE alembic_version (
    version_num VARCHAR(32) NOT NULL, 
    CONSTRAINT alembic_version_pkc PRIMARY KEY (version_num)
);

-- Running upgrade  -> a1

CREATE TABLE thing (
    id SERIAL NOT NULL, 
    c TSTZRANGE, 
    d TSTZRANGE NOT NULL, 
    PRIMARY KEY (id)
);

INSERT INTO alembic_version (version_num) VALUES ('a1') RETURNING alembic_version.version_num;

COMMIT;

--- case: sqlalchemy::pg_type::postgresql_TSMULTIRANGE_95
BEGIN;

CREATE TABLE alembic_version (
    version_num VARCHAR(32) NOT NULL, 
    CONSTRAINT alembic_version_pkc PRIMARY KEY (version_num)
);

-- Running upgrade  -> a1

CREATE TABLE thing (
    id SERIAL NOT NULL, 
    c TSMULTIRANGE, 
    d TSMULTIRANGE NOT NULL, 
    PRIMARY KEY (id)
);

INSERT INTO alembic_version (version_num) VALUES ('a1') RETURNING alembic_version.version_num;

COMMIT;

--- case: sqlalchemy::pg_type::postgresql_TSTZMULTIRANGE_96
BEGIN;

CREATE TABLE alembic_version (
    version_num VARCHAR(32) NOT NULL, 
    CONSTRAINT alembic_version_pkc PRIMARY KEY (version_num)
);

-- Running upgrade  -> a1

CREATE TABLE thing (
    id SERIAL NOT NULL, 
    c TSTZMULTIRANGE, 
    d TSTZMULTIRANGE NOT NULL, 
    PRIMARY KEY (id)
);

INSERT INTO alembic_version (version_num) VALUES ('a1') RETURNING alembic_version.version_num;

COMMIT;

--- case: sqlalchemy::add_column_type::sa_INTEGER_4
BEGIN;

CREATE TABLE alembic_version (
    version_num VARCHAR(32) NOT NULL, 
    CONSTRAINT alembic_version_pkc PRIMARY KEY (version_num)
);

-- Running upgrade  -> a1

ALTER TABLE thing ADD COLUMN c INTEGER;

ALTER TABLE thing ALTER COLUMN e TYPE INTEGER;

INSERT INTO alembic_version (version_num) VALUES ('a1') RETURNING alembic_version.version_num;

COMMIT;

--- case: sqlalchemy::add_column_type::sa_String_8
BEGIN;

CREATE TABLE alembic_version (
    version_num VARCHAR(32) NOT NULL, 
    CONSTRAINT alembic_version_pkc PRIMARY KEY (version_num)
);

-- Running upgrade  -> a1

ALTER TABLE thing ADD COLUMN c VARCHAR;

ALTER TABLE thing ALTER COLUMN e TYPE VARCHAR;

INSERT INTO alembic_version (version_num) VALUES ('a1') RETURNING alembic_version.version_num;

COMMIT;

--- case: sqlalchemy::add_column_type::sa_String_50__collation__utf8mb4_bin_12
BEGIN;

CREATE TABLE alembic_version (
    version_num VARCHAR(32) NOT NULL, 
    CONSTRAINT alembic_version_pkc PRIMARY KEY (version_num)
);

-- Running upgrade  -> a1

ALTER TABLE thing ADD COLUMN c VARCHAR(50) COLLATE utf8mb4_bin;

ALTER TABLE thing ALTER COLUMN e TYPE VARCHAR(50) COLLATE utf8mb4_bin;

INSERT INTO alembic_version (version_num) VALUES ('a1') RETURNING alembic_version.version_num;

COMMIT;

--- case: sqlalchemy::add_column_type::sa_Unicode_20
BEGIN;

CREATE TABLE alembic_version (
    version_num VARCHAR(32) NOT NULL, 
    CONSTRAINT alembic_version_pkc PRIMARY KEY (version_num)
);

-- Running upgrade  -> a1

ALTER TABLE thing ADD COLUMN c VARCHAR;

ALTER TABLE thing ALTER COLUMN e TYPE VARCHAR;

INSERT INTO alembic_version (version_num) VALUES ('a1') RETURNING alembic_version.version_num;

COMMIT;

--- case: sqlalchemy::add_column_type::sa_Text_24
BEGIN;

CREATE TABLE alembic_version (
    version_num VARCHAR(32) NOT NULL, 
    CONSTRAINT alembic_version_pkc PRIMARY KEY (version_num)
);

-- Running upgrade  -> a1

ALTER TABLE thing ADD COLUMN c TEXT;

ALTER TABLE thing ALTER COLUMN e TYPE TEXT;

INSERT INTO alembic_version (version_num) VALUES ('a1') RETURNING alembic_version.version_num;

COMMIT;

--- case: sqlalchemy::add_column_type::sa_Text_collation__de_DE_28
BEGIN;

CREATE TABLE alembic_version (
    version_num VARCHAR(32) NOT NULL, 
    CONSTRAINT alembic_version_pkc PRIMARY KEY (version_num)
);

-- Running upgrade  -> a1

ALTER TABLE thing ADD COLUMN c TEXT COLLATE "de_DE";

ALTER TABLE thing ALTER COLUMN e TYPE TEXT COLLATE "de_DE";

INSERT INTO alembic_version (version_num) VALUES ('a1') RETURNING alembic_version.version_num;

COMMIT;

--- case: sqlalchemy::add_column_type::sa_NUMERIC_5_36
BEGIN;

CREATE TABLE alembic_version (
    version_num VARCHAR(32) NOT NULL, 
    CONSTRAINT alembic_version_pkc PRIMARY KEY (version_num)
);

-- Running upgrade  -> a1

ALTER TABLE thing ADD COLUMN c NUMERIC(5);

ALTER TABLE thing ALTER COLUMN e TYPE NUMERIC(5);

INSERT INTO alembic_version (version_num) VALUES ('a1') RETURNING alembic_version.version_num;

COMMIT;

--- case: sqlalchemy::add_column_type::sa_REAL_44
BEGIN;

CREATE TABLE alembic_version (
    version_num VARCHAR(32) NOT NULL, 
    CONSTRAINT alembic_version_pkc PRIMARY KEY (version_num)
);

-- Running upgrade  -> a1

ALTER TABLE thing ADD COLUMN c REAL;

ALTER TABLE thing ALTER COLUMN e TYPE REAL;

INSERT INTO alembic_version (version_num) VALUES ('a1') RETURNING alembic_version.version_num;

COMMIT;

--- case: sqlalchemy::add_column_type::sa_DOUBLE_PRECISION_48
BEGIN;

CREATE TABLE alembic_version (
    version_num VARCHAR(32) NOT NULL, 
    CONSTRAINT alembic_version_pkc PRIMARY KEY (version_num)
);

-- Running upgrade  -> a1

ALTER TABLE thing ADD COLUMN c DOUBLE PRECISION;

ALTER TABLE thing ALTER COLUMN e TYPE DOUBLE PRECISION;

INSERT INTO alembic_version (version_num) VALUES ('a1') RETURNING alembic_version.version_num;

COMMIT;

--- case: sqlalchemy::add_column_type::sa_Boolean_create_constraint_True_52
BEGIN;

CREATE TABLE alembic_version (
    version_num VARCHAR(32) NOT NULL, 
    CONSTRAINT alembic_version_pkc PRIMARY KEY (version_num)
);

-- Running upgrade  -> a1

ALTER TABLE thing ADD COLUMN c BOOLEAN;

ALTER TABLE thing ALTER COLUMN e TYPE BOOLEAN;

INSERT INTO alembic_version (version_num) VALUES ('a1') RETURNING alembic_version.version_num;

COMMIT;

--- case: sqlalchemy::add_column_type::sa_TIMESTAMP_timezone_True_64
BEGIN;

CREATE TABLE alembic_version (
    version_num VARCHAR(32) NOT NULL, 
    CONSTRAINT alembic_version_pkc PRIMARY KEY (version_num)
);

-- Running upgrade  -> a1

ALTER TABLE thing ADD COLUMN c TIMESTAMP WITH TIME ZONE;

ALTER TABLE thing ALTER COLUMN e TYPE TIMESTAMP WITH TIME ZONE;

INSERT INTO alembic_version (version_num) VALUES ('a1') RETURNING alembic_version.version_num;

COMMIT;

--- case: sqlalchemy::add_column_type::sa_Interval_day_precision_4__second_precision_6_68
BEGIN;

CREATE TABLE alembic_version (
    version_num VARCHAR(32) NOT NULL, 
    CONSTRAINT alembic_version_pkc PRIMARY KEY (version_num)
);

-- Running upgrade  -> a1

ALTER TABLE thing ADD COLUMN c INTERVAL (6);

ALTER TABLE thing ALTER COLUMN e TYPE INTERVAL (6);

INSERT INTO alembic_version (version_num) VALUES ('a1') RETURNING alembic_version.version_num;

COMMIT;

--- case: sqlalchemy::add_column_type::sa_BLOB_72
BEGIN;

CREATE TABLE alembic_version (
    version_num VARCHAR(32) NOT NULL, 
    CONSTRAINT alembic_version_pkc PRIMARY KEY (version_num)
);

-- Running upgrade  -> a1

ALTER TABLE thing ADD COLUMN c BLOB;

ALTER TABLE thing ALTER COLUMN e TYPE BLOB;

INSERT INTO alembic_version (version_num) VALUES ('a1') RETURNING alembic_version.version_num;

COMMIT;

--- case: sqlalchemy::add_column_type::sa_VARBINARY_64_76
BEGIN;

CREATE TABLE alembic_version (
    version_num VARCHAR(32) NOT NULL, 
    CONSTRAINT alembic_version_pkc PRIMARY KEY (version_num)
);

-- Running upgrade  -> a1

ALTER TABLE thing ADD COLUMN c VARBINARY(64);

ALTER TABLE thing ALTER COLUMN e TYPE VARBINARY(64);

INSERT INTO alembic_version (version_num) VALUES ('a1') RETURNING alembic_version.version_num;

COMMIT;

--- case: sqlalchemy::add_column_type::sa_JSON_none_as_null_True_80
BEGIN;

CREATE TABLE alembic_version (
    version_num VARCHAR(32) NOT NULL, 
    CONSTRAINT alembic_version_pkc PRIMARY KEY (version_num)
);

-- Running upgrade  -> a1

ALTER TABLE thing ADD COLUMN c JSON;

ALTER TABLE thing ALTER COLUMN e TYPE JSON;

INSERT INTO alembic_version (version_num) VALUES ('a1') RETURNING alembic_version.version_num;

COMMIT;

--- case: sqlalchemy::add_column_type::sa_Enum__a____b____c___name__letters_87
BEGIN;

CREATE TABLE alembic_version (
    version_num VARCHAR(32) NOT NULL, 
    CONSTRAINT alembic_version_pkc PRIMARY KEY (version_num)
);

-- Running upgrade  -> a1

ALTER TABLE thing ADD COLUMN c letters;

ALTER TABLE thing ALTER COLUMN e TYPE letters;

INSERT INTO alembic_version (version_num) VALUES ('a1') RETURNING alembic_version.version_num;

COMMIT;

--- case: sqlalchemy::add_column_type::sa_Enum__x____y___name__xy___native_enum_False__length_20_90
BEGIN;

CREATE TABLE alembic_version (
    version_num VARCHAR(32) NOT NULL, 
    CONSTRAINT alembic_version_pkc PRIMARY KEY (version_num)
);

-- Running upgrade  -> a1

ALTER TABLE thing ADD COLUMN c VARCHAR(20);

ALTER TABLE thing ALTER COLUMN e TYPE VARCHAR(20);

INSERT INTO alembic_version (version_num) VALUES ('a1') RETURNING alembic_version.version_num;

COMMIT;

--- case: sqlalchemy::add_column_type::sa_Enum__x____y___name__xy___native_enum_False__create_constraint_True_91
BEGIN;

CREATE TABLE alembic_version (
    version_num VARCHAR(32) NOT NULL, 
    CONSTRAINT alembic_version_pkc PRIMARY KEY (version_num)
);

-- Running upgrade  -> a1

ALTER TABLE thing ADD COLUMN c VARCHAR(1);

ALTER TABLE thing ADD CONSTRAINT xy CHECK (c IN ('x', 'y'));

ALTER TABLE thing ALTER COLUMN e TYPE VARCHAR(1);

ALTER TABLE thing ADD CONSTRAINT xy CHECK (e IN ('x', 'y'));

INSERT INTO alembic_version (version_num) VALUES ('a1') RETURNING alembic_version.version_num;

COMMIT;

--- case: sqlalchemy::add_column_type::sa_Enum__x____y___native_enum_False__create_constraint_True_92
BEGIN;

CREATE TABLE alembic_version (
    version_num VARCHAR(32) NOT NULL, 
    CONSTRAINT alembic_version_pkc PRIMARY KEY (version_num)
);

-- Running upgrade  -> a1

ALTER TABLE thing ADD COLUMN c VARCHAR(1);

ALTER TABLE thing ADD CHECK (c IN ('x', 'y'));

ALTER TABLE thing ALTER COLUMN e TYPE VARCHAR(1);

ALTER TABLE thing ADD CHECK (e IN ('x', 'y'));

INSERT INTO alembic_version (version_num) VALUES ('a1') RETURNING alembic_version.version_num;

COMMIT;

--- case: sqlalchemy::add_column_type::sa_Enum__a____b___name__MixedCase_94
BEGIN;

CREATE TABLE alembic_version (
    version_num VARCHAR(32) NOT NULL, 
    CONSTRAINT alembic_version_pkc PRIMARY KEY (version_num)
);

-- Running upgrade  -> a1

ALTER TABLE thing ADD COLUMN c "MixedCase";

ALTER TABLE thing ALTER COLUMN e TYPE "MixedCase";

INSERT INTO alembic_version (version_num) VALUES ('a1') RETURNING alembic_version.version_num;

COMMIT;

--- case: sqlalchemy::pg_add_column_type::postgresql_INTEGER_0
BEGIN;

CREATE TABLE alembic_version (
    version_num VARCHAR(32) NOT NULL, 
    CONSTRAINT alembic_version_pkc PRIMARY KEY (version_num)
);

-- Running upgrade  -> a1

ALTER TABLE thing ADD COLUMN c INTEGER;

ALTER TABLE thing ALTER COLUMN e TYPE INTEGER;

INSERT INTO alembic_version (version_num) VALUES ('a1') RETURNING alembic_version.version_num;

COMMIT;

--- case: sqlalchemy::pg_add_column_type::postgresql_BIGINT_1
BEGIN;

CREATE TABLE alembic_version (
    version_num VARCHAR(32) NOT NULL, 
    CONSTRAINT alembic_version_pkc PRIMARY KEY (version_num)
);

-- Running upgrade  -> a1

ALTER TABLE thing ADD COLUMN c BIGINT;

ALTER TABLE thing ALTER COLUMN e TYPE BIGINT;

INSERT INTO alembic_version (version_num) VALUES ('a1') RETURNING alembic_version.version_num;

COMMIT;

--- case: sqlalchemy::pg_add_column_type::postgresql_SMALLINT_2
BEGIN;

CREATE TABLE alembic_version (
    version_num VARCHAR(32) NOT NULL, 
    CONSTRAINT alembic_version_pkc PRIMARY KEY (version_num)
);

-- Running upgrade  -> a1

ALTER TABLE thing ADD COLUMN c SMALLINT;

ALTER TABLE thing ALTER COLUMN e TYPE SMALLINT;

INSERT INTO alembic_version (version_num) VALUES ('a1') RETURNING alembic_version.version_num;

COMMIT;

--- case: sqlalchemy::pg_add_column_type::postgresql_VARCHAR_30_3
BEGIN;

CREATE TABLE alembic_version (
    version_num VARCHAR(32) NOT NULL, 
    CONSTRAINT alembic_version_pkc PRIMARY KEY (version_num)
);

-- Running upgrade  -> a1

ALTER TABLE thing ADD COLUMN c VARCHAR(30);

ALTER TABLE thing ALTER COLUMN e TYPE VARCHAR(30);

INSERT INTO alembic_version (version_num) VALUES ('a1') RETURNING alembic_version.version_num;

COMMIT;

--- case: sqlalchemy::pg_add_column_type::postgresql_VARCHAR_10__collation__C_5
BEGIN;

CREATE TABLE alembic_version (
    version_num VARCHAR(32) NOT NULL, 
    CONSTRAINT alembic_version_pkc PRIMARY KEY (version_num)
);

-- Running upgrade  -> a1

ALTER TABLE thing ADD COLUMN c VARCHAR(10) COLLATE "C";

ALTER TABLE thing ALTER COLUMN e TYPE VARCHAR(10) COLLATE "C";

INSERT INTO alembic_version (version_num) VALUES ('a1') RETURNING alembic_version.version_num;

COMMIT;

--- case: sqlalchemy::pg_add_column_type::postgresql_CHAR_3_6
BEGIN;

CREATE TABLE alembic_version (
    version_num VARCHAR(32) NOT NULL, 
    CONSTRAINT alembic_version_pkc PRIMARY KEY (version_num)
);

-- Running upgrade  -> a1

ALTER TABLE thing ADD COLUMN c CHAR(3);

ALTER TABLE thing ALTER COLUMN e TYPE CHAR(3);

INSERT INTO alembic_version (version_num) VALUES ('a1') RETURNING alembic_version.version_num;

COMMIT;

--- case: sqlalchemy::pg_add_column_type::postgresql_TEXT_collation__en_US_8
BEGIN;

CREATE TABLE alembic_version (
    version_num VARCHAR(32) NOT NULL, 
    CONSTRAINT alembic_version_pkc PRIMARY KEY (version_num)
);

-- Running upgrade  -> a1

ALTER TABLE thing ADD COLUMN c TEXT COLLATE "en_US";

ALTER TABLE thing ALTER COLUMN e TYPE TEXT COLLATE "en_US";

INSERT INTO alembic_version (version_num) VALUES ('a1') RETURNING alembic_version.version_num;

COMMIT;

--- case: sqlalchemy::pg_add_column_type::postgresql_NUMERIC_20__10_9
BEGIN;

CREATE TABLE alembic_version (
    version_num VARCHAR(32) NOT NULL, 
    CONSTRAINT alembic_version_pkc PRIMARY KEY (version_num)
);

-- Running upgrade  -> a1

ALTER TABLE thing ADD COLUMN c NUMERIC(20, 10);

ALTER TABLE thing ALTER COLUMN e TYPE NUMERIC(20, 10);

INSERT INTO alembic_version (version_num) VALUES ('a1') RETURNING alembic_version.version_num;

COMMIT;

--- case: sqlalchemy::pg_add_column_type::postgresql_FLOAT_11
BEGIN;

CREATE TABLE alembic_version (
    version_num VARCHAR(32) NOT NULL, 
    CONSTRAINT alembic_version_pkc PRIMARY KEY (version_num)
);

-- Running upgrade  -> a1

ALTER TABLE thing ADD COLUMN c FLOAT;

ALTER TABLE thing ALTER COLUMN e TYPE FLOAT;

INSERT INTO alembic_version (version_num) VALUES ('a1') RETURNING alembic_version.version_num;

COMMIT;

--- case: sqlalchemy::pg_add_column_type::postgresql_DOUBLE_PRECISION_precision_53_15
BEGIN;

CREATE TABLE alembic_version (
    version_num VARCHAR(32) NOT NULL, 
    CONSTRAINT alembic_version_pkc PRIMARY KEY (version_num)
);

-- Running upgrade  -> a1

ALTER TABLE thing ADD COLUMN c DOUBLE PRECISION;

ALTER TABLE thing ALTER COLUMN e TYPE DOUBLE PRECISION;

INSERT INTO alembic_version (version_num) VALUES ('a1') RETURNING alembic_version.version_num;

COMMIT;

--- case: sqlalchemy::pg_add_column_type::postgresql_CIDR_17
BEGIN;

CREATE TABLE alembic_version (
    version_num VARCHAR(32) NOT NULL, 
    CONSTRAINT alembic_version_pkc PRIMARY KEY (version_num)
);

-- Running upgrade  -> a1

ALTER TABLE thing ADD COLUMN c CIDR;

ALTER TABLE thing ALTER COLUMN e TYPE CIDR;

INSERT INTO alembic_version (version_num) VALUES ('a1') RETURNING alembic_version.version_num;

COMMIT;

--- case: sqlalchemy::pg_add_column_type::postgresql_BIT_varying_True_24
BEGIN;

CREATE TABLE alembic_version (
    version_num VARCHAR(32) NOT NULL, 
    CONSTRAINT alembic_version_pkc PRIMARY KEY (version_num)
);

-- Running upgrade  -> a1

ALTER TABLE thing ADD COLUMN c BIT VARYING;

ALTER TABLE thing ALTER COLUMN e TYPE BIT VARYING;

INSERT INTO alembic_version (version_num) VALUES ('a1') RETURNING alembic_version.version_num;

COMMIT;

--- case: sqlalchemy::pg_add_column_type::postgresql_BIT_12__varying_True_25
BEGIN;

CREATE TABLE alembic_version (
    version_num VARCHAR(32) NOT NULL, 
    CONSTRAINT alembic_version_pkc PRIMARY KEY (version_num)
);

-- Running upgrade  -> a1

ALTER TABLE thing ADD COLUMN c BIT VARYING(12);

ALTER TABLE thing ALTER COLUMN e TYPE BIT VARYING(12);

INSERT INTO alembic_version (version_num) VALUES ('a1') RETURNING alembic_version.version_num;

COMMIT;

--- case: sqlalchemy::pg_add_column_type::postgresql_MONEY_28
BEGIN;

CREATE TABLE alembic_version (
    version_num VARCHAR(32) NOT NULL, 
    CONSTRAINT alembic_version_pkc PRIMARY KEY (version_num)
);

-- Running upgrade  -> a1

ALTER TABLE thing ADD COLUMN c MONEY;

ALTER TABLE thing ALTER COLUMN e TYPE MONEY;

INSERT INTO alembic_version (version_num) VALUES ('a1') RETURNING alembic_version.version_num;

COMMIT;

--- case: sqlalchemy::pg_add_column_type::postgresql_OID_29
BEGIN;

CREATE TABLE alembic_version (
    version_num VARCHAR(32) NOT NULL, 
    CONSTRAINT alembic_version_pkc PRIMARY KEY (version_num)
);

-- Running upgrade  -> a1

ALTER TABLE thing ADD COLUMN c OID;

ALTER TABLE thing ALTER COLUMN e TYPE OID;

INSERT INTO alembic_version (version_num) VALUES ('a1') RETURNING alembic_version.version_num;

COMMIT;

--- case: sqlalchemy::pg_add_column_type::postgresql_REGCONFIG_31
BEGIN;

CREATE TABLE alembic_version (
    version_num VARCHAR(32) NOT NULL, 
    CONSTRAINT alembic_version_pkc PRIMARY KEY (version_num)
);

-- Running upgrade  -> a1

ALTER TABLE thing ADD COLUMN c REGCONFIG;

ALTER TABLE thing ALTER COLUMN e TYPE REGCONFIG;

INSERT INTO alembic_version (version_num) VALUES ('a1') RETURNING alembic_version.version_num;

COMMIT;

--- case: sqlalchemy::pg_add_column_type::postgresql_TSQUERY_32
BEGIN;

CREATE TABLE alembic_version (
    version_num VARCHAR(32) NOT NULL, 
    CONSTRAINT alembic_version_pkc PRIMARY KEY (version_num)
);

-- Running upgrade  -> a1

ALTER TABLE thing ADD COLUMN c TSQUERY;

ALTER TABLE thing ALTER COLUMN e TYPE TSQUERY;

INSERT INTO alembic_version (version_num) VALUES ('a1') RETURNING alembic_version.version_num;

COMMIT;

--- case: sqlalchemy::pg_add_column_type::postgresql_TSVECTOR_33
BEGIN;

CREATE TABLE alembic_version (
    version_num VARCHAR(32) NOT NULL, 
    CONSTRAINT alembic_version_pkc PRIMARY KEY (version_num)
);

-- Running upgrade  -> a1

ALTER TABLE thing ADD COLUMN c TSVECTOR;

ALTER TABLE thing ALTER COLUMN e TYPE TSVECTOR;

INSERT INTO alembic_version (version_num) VALUES ('a1') RETURNING alembic_version.version_num;

COMMIT;

--- case: sqlalchemy::pg_add_column_type::postgresql_BYTEA_10_35
BEGIN;

CREATE TABLE alembic_version (
    version_num VARCHAR(32) NOT NULL, 
    CONSTRAINT alembic_version_pkc PRIMARY KEY (version_num)
);

-- Running upgrade  -> a1

ALTER TABLE thing ADD COLUMN c BYTEA;

ALTER TABLE thing ALTER COLUMN e TYPE BYTEA;

INSERT INTO alembic_version (version_num) VALUES ('a1') RETURNING alembic_version.version_num;

COMMIT;

--- case: sqlalchemy::pg_add_column_type::postgresql_DATE_37
BEGIN;

CREATE TABLE alembic_version (
    version_num VARCHAR(32) NOT NULL, 
    CONSTRAINT alembic_version_pkc PRIMARY KEY (version_num)
);

-- Running upgrade  -> a1

ALTER TABLE thing ADD COLUMN c DATE;

ALTER TABLE thing ALTER COLUMN e TYPE DATE;

INSERT INTO alembic_version (version_num) VALUES ('a1') RETURNING alembic_version.version_num;

COMMIT;

--- case: sqlalchemy::pg_add_column_type::postgresql_TIMESTAMP_38
BEGIN;

CREATE TABLE alembic_version (
    version_num VARCHAR(32) NOT NULL, 
    CONSTRAINT alembic_version_pkc PRIMARY KEY (version_num)
);

-- Running upgrade  -> a1

ALTER TABLE thing ADD COLUMN c TIMESTAMP WITHOUT TIME ZONE;

ALTER TABLE thing ALTER COLUMN e TYPE TIMESTAMP WITHOUT TIME ZONE;

INSERT INTO alembic_version (version_num) VALUES ('a1') RETURNING alembic_version.version_num;

COMMIT;

--- case: sqlalchemy::pg_add_column_type::postgresql_TIMESTAMP_timezone_False__precision_0_42
BEGIN;

CREATE TABLE alembic_version (
    version_num VARCHAR(32) NOT NULL, 
    CONSTRAINT alembic_version_pkc PRIMARY KEY (version_num)
);

-- Running upgrade  -> a1

ALTER TABLE thing ADD COLUMN c TIMESTAMP(0) WITHOUT TIME ZONE;

ALTER TABLE thing ALTER COLUMN e TYPE TIMESTAMP(0) WITHOUT TIME ZONE;

INSERT INTO alembic_version (version_num) VALUES ('a1') RETURNING alembic_version.version_num;

COMMIT;

--- case: sqlalchemy::pg_add_column_type::postgresql_INTERVAL_precision_3_48
BEGIN;

CREATE TABLE alembic_version (
    version_num VARCHAR(32) NOT NULL, 
    CONSTRAINT alembic_version_pkc PRIMARY KEY (version_num)
);

-- Running upgrade  -> a1

ALTER TABLE thing ADD COLUMN c INTERVAL (3);

ALTER TABLE thing ALTER COLUMN e TYPE INTERVAL (3);

INSERT INTO alembic_version (version_num) VALUES ('a1') RETURNING alembic_version.version_num;

COMMIT;

--- case: sqlalchemy::pg_add_column_type::postgresql_INTERVAL_fields__YEAR_TO_MONTH_49
BEGIN;

CREATE TABLE alembic_version (
    version_num VARCHAR(32) NOT NULL, 
    CONSTRAINT alembic_version_pkc PRIMARY KEY (version_num)
);

-- Running upgrade  -> a1

ALTER TABLE thing ADD COLUMN c INTERVAL YEAR TO MONTH;

ALTER TABLE thing ALTER COLUMN e TYPE INTERVAL YEAR TO MONTH;

INSERT INTO alembic_version (version_num) VALUES ('a1') RETURNING alembic_version.version_num;

COMMIT;

--- case: sqlalchemy::pg_add_column_type::postgresql_INTERVAL_fields__DAY_TO_SECOND___precision_3_50
BEGIN;

CREATE TABLE alembic_version (
    version_num VARCHAR(32) NOT NULL, 
    CONSTRAINT alembic_version_pkc PRIMARY KEY (version_num)
);

-- Running upgrade  -> a1

ALTER TABLE thing ADD COLUMN c INTERVAL DAY TO SECOND (3);

ALTER TABLE thing ALTER COLUMN e TYPE INTERVAL DAY TO SECOND (3);

INSERT INTO alembic_version (version_num) VALUES ('a1') RETURNING alembic_version.version_num;

COMMIT;

--- case: sqlalchemy::pg_add_column_type::postgresql_ARRAY_sa_Enum__p____q___name__pq_60
BEGIN;

CREATE TABLE alembic_version (
    version_num VARCHAR(32) NOT NULL, 
    CONSTRAINT alembic_version_pkc PRIMARY KEY (version_num)
);

-- Running upgrade  -> a1

ALTER TABLE thing ADD COLUMN c pq[];

ALTER TABLE thing ALTER COLUMN e TYPE pq[];

INSERT INTO alembic_version (version_num) VALUES ('a1') RETURNING alembic_version.version_num;

COMMIT;

--- case: sqlalchemy::pg_add_column_type::postgresql_ARRAY_postgresql_TIMESTAMP_timezone_True_61
BEGIN;

CREATE TABLE alembic_version (
    version_num VARCHAR(32) NOT NULL, 
    CONSTRAINT alembic_version_pkc PRIMARY KEY (version_num)
);

-- Running upgrade  -> a1

ALTER TABLE thing ADD COLUMN c TIMESTAMP WITH TIME ZONE[];

ALTER TABLE thing ALTER COLUMN e TYPE TIMESTAMP WITH TIME ZONE[];

INSERT INTO alembic_version (version_num) VALUES ('a1') RETURNING alembic_version.version_num;

COMMIT;

--- case: sqlalchemy::pg_add_column_type::postgresql_ARRAY_postgresql_JSONB_62
BEGIN;

CREATE TABLE alembic_version (
    version_num VARCHAR(32) NOT NULL, 
    CONSTRAINT alembic_version_pkc PRIMARY KEY (version_num)
);

-- Running upgrade  -> a1

ALTER TABLE thing ADD COLUMN c JSONB[];

ALTER TABLE thing ALTER COLUMN e TYPE JSONB[];

INSERT INTO alembic_version (version_num) VALUES ('a1') RETURNING alembic_version.version_num;

COMMIT;

--- case: sqlalchemy::pg_add_column_type::postgresql_ENUM__a____b___name__abtype_63
BEGIN;

CREATE TABLE alembic_version (
    version_num VARCHAR(32) NOT NULL, 
    CONSTRAINT alembic_version_pkc PRIMARY KEY (version_num)
);

-- Running upgrade  -> a1

ALTER TABLE thing ADD COLUMN c abtype;

ALTER TABLE thing ALTER COLUMN e TYPE abtype;

INSERT INTO alembic_version (version_num) VALUES ('a1') RETURNING alembic_version.version_num;

COMMIT;

--- case: sqlalchemy::pg_add_column_type::postgresql_ENUM__a____b___name__abtype___create_type_False_64
BEGIN;

CREATE TABLE alembic_version (
    version_num VARCHAR(32) NOT NULL, 
    CONSTRAINT alembic_version_pkc PRIMARY KEY (version_num)
);

-- Running upgrade  -> a1

ALTER TABLE thing ADD COLUMN c abtype;

ALTER TABLE thing ALTER COLUMN e TYPE abtype;

INSERT INTO alembic_version (version_num) VALUES ('a1') RETURNING alembic_version.version_num;

COMMIT;

--- case: sqlalchemy::pg_add_column_type::postgresql_ENUM__a____b___name__AbType_66
BEGIN;

CREATE TABLE alembic_version (
    version_num VARCHAR(32) NOT NULL, 
    CONSTRAINT alembic_version_pkc PRIMARY KEY (version_num)
);

-- Running upgrade  -> a1

ALTER TABLE thing ADD COLUMN c "AbType";

ALTER TABLE thing ALTER COLUMN e TYPE "AbType";

INSERT INTO alembic_version (version_num) VALUES ('a1') RETURNING alembic_version.version_num;

COMMIT;

--- case: sqlalchemy::pg_add_column_type::postgresql_ENUM__back__slash____100____name__odd_68
BEGIN;

CREATE TABLE alembic_version (
    version_num VARCHAR(32) NOT NULL, 
    CONSTRAINT alembic_version_pkc PRIMARY KEY (version_num)
);

-- Running upgrade  -> a1

ALTER TABLE thing ADD COLUMN c odd;

ALTER TABLE thing ALTER COLUMN e TYPE odd;

INSERT INTO alembic_version (version_num) VALUES ('a1') RETURNING alembic_version.version_num;

COMMIT;

--- case: sqlalchemy::pg_add_column_type::postgresql_ENUM_name__empty_one_69
BEGIN;

CREATE TABLE alembic_version (
    version_num VARCHAR(32) NOT NULL, 
    CONSTRAINT alembic_version_pkc PRIMARY KEY (version_num)
);

-- Running upgrade  -> a1

ALTER TABLE thing ADD COLUMN c empty_one;

ALTER TABLE thing ALTER COLUMN e TYPE empty_one;

INSERT INTO alembic_version (version_num) VALUES ('a1') RETURNING alembic_version.version_num;

COMMIT;

--- case: sqlalchemy::pg_add_column_type::postgresql_ENUM__é____ü___name__accents_71
BEGIN;

CREATE TABLE alembic_version (
    version_num VARCHAR(32) NOT NULL, 
    CONSTRAINT alembic_version_pkc PRIMARY KEY (version_num)
);

-- Running upgrade  -> a1

ALTER TABLE thing ADD COLUMN c accents;

ALTER TABLE thing ALTER COLUMN e TYPE accents;

INSERT INTO alembic_version (version_num) VALUES ('a1') RETURNING alembic_version.version_num;

COMMIT;

--- case: sqlalchemy::pg_add_column_type::postgresql_DOMAIN__positive_int___sa_Integer____check__VALUE___0_72
BEGIN;

CREATE TABLE alembic_version (
    version_num VARCHAR(32) NOT NULL, 
    CONSTRAINT alembic_version_pkc PRIMARY KEY (version_num)
);

-- Running upgrade  -> a1

ALTER TABLE thing ADD COLUMN c positive_int;

ALTER TABLE thing ALTER COLUMN e TYPE positive_int;

INSERT INTO alembic_version (version_num) VALUES ('a1') RETURNING alembic_version.version_num;

COMMIT;

--- case: sqlalchemy::pg_add_column_type::postgresql_DOMAIN_name__email___data_type_postgresql_CITEXT____constra_73
BEGIN;

CREATE TABLE alembic_version (
    version_num VARCHAR(32) NOT NULL, 
    CONSTRAINT alembic_version_pkc PRIMARY KEY (version_num)
);

-- Running upgrade  -> a1

ALTER TABLE thing ADD COLUMN c email;

ALTER TABLE thing ALTER COLUMN e TYPE email;

INSERT INTO alembic_version (version_num) VALUES ('a1') RETURNING alembic_version.version_num;

COMMIT;

--- case: sqlalchemy::pg_add_column_type::postgresql_DOMAIN__zip___sa_String_5___collation__C___default___00000_74
BEGIN;

CREATE TABLE alembic_version (
    version_num VARCHAR(32) NOT NULL, 
    CONSTRAINT alembic_version_pkc PRIMARY KEY (version_num)
);

-- Running upgrade  -> a1

ALTER TABLE thing ADD COLUMN c zip;

ALTER TABLE thing ALTER COLUMN e TYPE zip;

INSERT INTO alembic_version (version_num) VALUES ('a1') RETURNING alembic_version.version_num;

COMMIT;

--- case: sqlalchemy::pg_add_column_type::postgresql_DOMAIN__no_create___sa_Integer____create_type_False_76
BEGIN;

CREATE TABLE alembic_version (
    version_num VARCHAR(32) NOT NULL, 
    CONSTRAINT alembic_version_pkc PRIMARY KEY (version_num)
);

-- Running upgrade  -> a1

ALTER TABLE thing ADD COLUMN c no_create;

ALTER TABLE thing ALTER COLUMN e TYPE no_create;

INSERT INTO alembic_version (version_num) VALUES ('a1') RETURNING alembic_version.version_num;

COMMIT;

--- case: sqlalchemy::pg_add_column_type::postgresql_DOMAIN__Dmx___sa_Numeric_10__2___not_null_False_77
BEGIN;

CREATE TABLE alembic_version (
    version_num VARCHAR(32) NOT NULL, 
    CONSTRAINT alembic_version_pkc PRIMARY KEY (version_num)
);

-- Running upgrade  -> a1

ALTER TABLE thing ADD COLUMN c "Dmx";

ALTER TABLE thing ALTER COLUMN e TYPE "Dmx";

INSERT INTO alembic_version (version_num) VALUES ('a1') RETURNING alembic_version.version_num;

COMMIT;

--- case: sqlalchemy::pg_add_column_type::postgresql_HSTORE_78
BEGIN;

CREATE TABLE alembic_version (
    version_num VARCHAR(32) NOT NULL, 
    CONSTRAINT alembic_version_pkc PRIMARY KEY (version_num)
);

-- Running upgrade  -> a1

ALTER TABLE thing ADD COLUMN c HSTORE;

ALTER TABLE thing ALTER COLUMN e TYPE HSTORE;

INSERT INTO alembic_version (version_num) VALUES ('a1') RETURNING alembic_version.version_num;

COMMIT;

--- case: sqlalchemy::pg_add_column_type::postgresql_JSON_80
BEGIN;

CREATE TABLE alembic_version (
    version_num VARCHAR(32) NOT NULL, 
    CONSTRAINT alembic_version_pkc PRIMARY KEY (version_num)
);

-- Running upgrade  -> a1

ALTER TABLE thing ADD COLUMN c JSON;

ALTER TABLE thing ALTER COLUMN e TYPE JSON;

INSERT INTO alembic_version (version_num) VALUES ('a1') RETURNING alembic_version.version_num;

COMMIT;

--- case: sqlalchemy::pg_add_column_type::postgresql_JSONB_82
BEGIN;

CREATE TABLE alembic_version (
    version_num VARCHAR(32) NOT NULL, 
    CONSTRAINT alembic_version_pkc PRIMARY KEY (version_num)
);

-- Running upgrade  -> a1

ALTER TABLE thing ADD COLUMN c JSONB;

ALTER TABLE thing ALTER COLUMN e TYPE JSONB;

INSERT INTO alembic_version (version_num) VALUES ('a1') RETURNING alembic_version.version_num;

COMMIT;

--- case: sqlalchemy::pg_add_column_type::postgresql_JSONPATH_84
BEGIN;

CREATE TABLE alembic_version (
    version_num VARCHAR(32) NOT NULL, 
    CONSTRAINT alembic_version_pkc PRIMARY KEY (version_num)
);

-- Running upgrade  -> a1

ALTER TABLE thing ADD COLUMN c JSONPATH;

ALTER TABLE thing ALTER COLUMN e TYPE JSONPATH;

INSERT INTO alembic_version (version_num) VALUES ('a1') RETURNING alembic_version.version_num;

COMMIT;

--- case: sqlalchemy::pg_add_column_type::postgresql_INT8RANGE_86
BEGIN;

CREATE TABLE alembic_version (
    version_num VARCHAR(32) NOT NULL, 
    CONSTRAINT alembic_version_pkc PRIMARY KEY (version_num)
);

-- Running upgrade  -> a1

ALTER TABLE thing ADD COLUMN c INT8RANGE;

ALTER TABLE thing ALTER COLUMN e TYPE INT8RANGE;

INSERT INTO alembic_version (version_num) VALUES ('a1') RETURNING alembic_version.version_num;

COMMIT;

--- case: sqlalchemy::pg_add_column_type::postgresql_DATERANGE_88
BEGIN;

CREATE TABLE alembic_version (
    version_num VARCHAR(32) NOT NULL, 
    CONSTRAINT alembic_version_pkc PRIMARY KEY (version_num)
);

-- Running upgrade  -> a1

ALTER TABLE thing ADD COLUMN c DATERANGE;

ALTER TABLE thing ALTER COLUMN e TYPE DATERANGE;

INSERT INTO alembic_version (version_num) VALUES ('a1') RETURNING alembic_version.version_num;

COMMIT;

--- case: sqlalchemy::pg_add_column_type::postgresql_INT8MULTIRANGE_92
BEGIN;

CREATE TABLE alembic_version (
    version_num VARCHAR(32) NOT NULL, 
    CONSTRAINT alembic_version_pkc PRIMARY KEY (version_num)
);

-- Running upgrade  -> a1

ALTER TABLE thing ADD COLUMN c INT8MULTIRANGE;

ALTER TABLE thing ALTER COLUMN e TYPE INT8MULTIRANGE;

INSERT INTO alembic_version (version_num) VALUES ('a1') RETURNING alembic_version.version_num;

COMMIT;

--- case: sqlalchemy::pg_add_column_type::postgresql_DATEMULTIRANGE_94
BEGIN;

CREATE TABLE alembic_version (
    version_num VARCHAR(32) NOT NULL, 
    CONSTRAINT alembic_version_pkc PRIMARY KEY (version_num)
);

-- Running upgrade  -> a1

ALTER TABLE thing ADD COLUMN c DATEMULTIRANGE;

ALTER TABLE thing ALTER COLUMN e TYPE DATEMULTIRANGE;

INSERT INTO alembic_version (version_num) VALUES ('a1') RETURNING alembic_version.version_num;

COMMIT;

--- case: sqlalchemy::pg_add_column_type::postgresql_TSTZMULTIRANGE_96
BEGIN;

CREATE TABLE alembic_version (
    version_num VARCHAR(32) NOT NULL, 
    CONSTRAINT alembic_version_pkc PRIMARY KEY (version_num)
);

-- Running upgrade  -> a1

ALTER TABLE thing ADD COLUMN c TSTZMULTIRANGE;

ALTER TABLE thing ALTER COLUMN e TYPE TSTZMULTIRANGE;

INSERT INTO alembic_version (version_num) VALUES ('a1') RETURNING alembic_version.version_num;

COMMIT;

--- case: types::made_by_a_function
--- error: ArgumentError: 'SchemaItem' object, such as a 'Column' or a 'Constraint' expected, got <function upgrade.<locals>.small>
--- case: as_text
BEGIN;

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

INSERT INTO alembic_version (version_num) VALUES ('a1') RETURNING alembic_version.version_num;

COMMIT;

