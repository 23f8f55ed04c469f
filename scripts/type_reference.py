#!/usr/bin/env python3
"""Writes golden/types/*.tsv: how SQLAlchemy writes column types in each dialect.

Run with a Python that has the pinned SQLAlchemy; nothing else writes these files:

    python scripts/type_reference.py golden/types

Each line holds a class, its constructor's arguments as JSON, and the text; `!` where the dialect has no such type, `?`
where the reference fails in another way.
"""
import json
import pathlib
import sys
import warnings

from sqlalchemy import exc
from sqlalchemy import types as generic
from sqlalchemy.dialects import mssql, mysql, oracle, postgresql, sqlite
from sqlalchemy.engine.url import make_url

sys.path.append(str(pathlib.Path(__file__).parent / "reference"))
import common  # noqa: E402

MODULES = {"postgresql": postgresql, "mysql": mysql, "mssql": mssql, "oracle": oracle, "sqlite": sqlite}
# The driver, where it is not the default one.
DRIVERS = {"mysql": "mysql+pymysql", "mariadb": "mariadb+pymysql", "mssql": "mssql+pymssql"}
NOT_PLAIN = {"ARRAY", "ENUM", "DOMAIN", "NamedType", "SET"}

PLAIN = (
    "BIGINT BINARY BLOB BOOLEAN BigInteger Boolean CHAR CLOB DATE DATETIME DECIMAL DOUBLE DOUBLE_PRECISION Date DateTime"
    " Double FLOAT Float INTEGER Integer Interval JSON LargeBinary NCHAR NUMERIC NVARCHAR Numeric PickleType REAL SMALLINT"
    " SmallInteger String TEXT TIME TIMESTAMP Text Time UUID Unicode UnicodeText Uuid VARBINARY VARCHAR"
)

# Classes, and the arguments that each of them is made with.
GIVEN = [
    (
        "CHAR NCHAR VARCHAR NVARCHAR TEXT String Text Unicode UnicodeText CLOB",
        [{"length": 20}, {"length": 20, "collation": "de_DE"}, {"collation": "C"}],
    ),
    ("String", [{"length": 5, "collation": "de_DE", "collation_schema": "pg_catalog"}]),
    (
        "NUMERIC DECIMAL Numeric",
        [
            {"precision": 10},
            {"precision": 10, "scale": 2},
            {"precision": 10, "scale": 0},
            {"scale": 2},
            {"asdecimal": False},
        ],
    ),
    ("Float FLOAT Double DOUBLE REAL DOUBLE_PRECISION", [{"precision": 24}, {"precision": 53}]),
    ("DateTime DATETIME TIMESTAMP Time TIME", [{"timezone": True}, {"timezone": False}]),
    ("BINARY VARBINARY LargeBinary BLOB", [{"length": 16}]),
    ("Interval", [{"native": False}, {"second_precision": 3}, {"day_precision": 2, "second_precision": 4}]),
    ("Uuid", [{"native_uuid": False}, {"as_uuid": False}]),
    ("UUID", [{"as_uuid": False}]),
    ("JSON", [{"none_as_null": True}]),
    ("Boolean", [{"create_constraint": True, "name": "ck"}]),
    ("NVARCHAR VARCHAR", [{"length": "max"}]),
    ("postgresql.BIT", [{"length": 8}, {"length": 8, "varying": True}, {"varying": True}]),
    (
        "postgresql.TIMESTAMP postgresql.TIME",
        [{"timezone": True, "precision": 3}, {"precision": 0}, {"timezone": True}],
    ),
    (
        "postgresql.INTERVAL",
        [{"precision": 6}, {"fields": "YEAR TO MONTH"}, {"fields": "DAY TO SECOND", "precision": 3}],
    ),
    ("postgresql.CITEXT", [{"collation": "C"}]),
    (
        "mysql.INTEGER mysql.TINYINT mysql.MEDIUMINT mysql.BIGINT mysql.SMALLINT",
        [{"display_width": 4}, {"unsigned": True}, {"display_width": 4, "zerofill": True, "unsigned": True}],
    ),
    (
        "mysql.DECIMAL mysql.NUMERIC mysql.DOUBLE mysql.FLOAT mysql.REAL",
        [
            {"precision": 10, "scale": 2},
            {"precision": 10, "scale": 2, "unsigned": True},
            {"unsigned": True, "zerofill": True},
        ],
    ),
    ("mysql.FLOAT mysql.DECIMAL", [{"precision": 10}]),
    (
        "mysql.VARCHAR mysql.CHAR",
        [
            {"length": 10, "charset": "utf8mb4"},
            {"length": 10, "charset": "utf8mb4", "collation": "utf8mb4_bin"},
            {"length": 10, "national": True},
            {"length": 10, "binary": True},
            {"length": 10, "ascii": True},
            {"length": 10, "unicode": True},
            {"length": 10, "collation": "utf8_bin"},
        ],
    ),
    (
        "mysql.TEXT mysql.LONGTEXT mysql.MEDIUMTEXT mysql.TINYTEXT",
        [{"charset": "latin1"}, {"collation": "utf8_bin"}, {"charset": "latin1", "collation": "latin1_bin"}],
    ),
    ("mysql.TEXT", [{"length": 100}]),
    ("mysql.NVARCHAR mysql.NCHAR", [{"length": 10}, {"length": 10, "collation": "utf8_bin"}]),
    ("mysql.DATETIME mysql.TIMESTAMP mysql.TIME", [{"fsp": 6}]),
    ("mysql.BIT", [{"length": 4}]),
    ("mysql.YEAR", [{"display_width": 4}]),
    ("mysql.LONGBLOB", [{"length": 5}]),
    ("mssql.DATETIME2 mssql.DATETIMEOFFSET mssql.TIME", [{"precision": 3}]),
    ("mssql.VARBINARY", [{"length": "max"}, {"length": 20}, {"length": "max", "filestream": True}]),
    ("mssql.NTEXT", [{"collation": "Latin1"}]),
    ("mssql.UNIQUEIDENTIFIER", [{"as_uuid": False}]),
    ("oracle.NUMBER", [{"precision": 10}, {"precision": 10, "scale": 2}, {"asdecimal": False}]),
    ("oracle.FLOAT", [{"binary_precision": 53}]),
    ("oracle.TIMESTAMP", [{"timezone": True}, {"local_timezone": True}]),
    ("oracle.VARCHAR2 oracle.NVARCHAR2", [{"length": 10}]),
    ("oracle.RAW", [{"length": 16}]),
    (
        "oracle.INTERVAL",
        [{"day_precision": 2, "second_precision": 5}, {"second_precision": 5}, {"day_precision": 2}],
    ),
]


def find(name):
    module, _, short = name.rpartition(".")
    return getattr(MODULES[module] if module else generic, short)


def cases():
    for name in PLAIN.split():
        yield name, {}
    for name, module in MODULES.items():
        for short in sorted(module.__all__):
            found = getattr(module, short)
            if isinstance(found, type) and issubclass(found, generic.TypeEngine) and short not in NOT_PLAIN:
                yield f"{name}.{found.__name__}", {}
    for names, arguments in GIVEN:
        for name in names.split():
            for given in arguments:
                yield name, given


def text(dialect, name, given):
    try:
        made = find(name)(**given)
    except (TypeError, AttributeError):
        return None
    try:
        made.dialect_impl(dialect)  # a column's type is adapted first, which may refuse it
        return dialect.type_compiler_instance.process(made)
    except exc.CompileError:
        return "!"
    except Exception:
        return "?"


def main():
    warnings.simplefilter("ignore")
    for name in common.installed_dialects():
        dialect = make_url(f"{DRIVERS.get(name, name)}://").get_dialect()(paramstyle="named")
        rows = {}
        for made, given in cases():
            written = text(dialect, made, given)
            if written is not None:
                rows.setdefault((made, json.dumps(given)), written)
        lines = ("\t".join((*key, written)) + "\n" for key, written in rows.items())
        (pathlib.Path(sys.argv[1]) / f"{name}.tsv").write_text("".join(lines))


if __name__ == "__main__":
    main()
