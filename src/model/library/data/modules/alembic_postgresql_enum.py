"""alembic-postgresql-enum: the operations that give an enumeration type of PostgreSQL other values."""

import dataclasses
import enum
import logging
import re

import sqlalchemy
from alembic.operations import Operations

log = logging.getLogger("alembic.alembic_postgresql_enum")

# The comparisons that checks and partial indexes need while a column has one type and its constants the other.
COMPARISONS = (("!=", "new_old_not_equals"), ("=", "new_old_equals"))

UNSPECIFIED = object()


class ColumnType(enum.Enum):
    COMMON = sqlalchemy.Enum
    ARRAY = sqlalchemy.ARRAY


@dataclasses.dataclass(frozen=True)
class TableReference:
    table_name: str
    column_name: str
    table_schema: str = UNSPECIFIED
    column_type: ColumnType = ColumnType.COMMON
    existing_server_default: str = None

    @property
    def table_name_with_schema(self):
        table = f'"{self.table_name}"'
        return f'"{self.table_schema}".{table}' if self.table_schema else table

    @property
    def escaped_column_name(self):
        return f'"{self.column_name}"'


@dataclasses.dataclass
class Config:
    add_type_ignore: bool = False
    type_ignore_comment: str = "  # type: ignore[attr-defined]"
    include_name: object = None
    drop_unused_enums: bool = True
    detect_enum_values_changes: bool = True
    force_dialect_support: bool = False
    ignore_enum_values_order: bool = False


settings = {"config": Config()}


def set_configuration(config):
    settings["config"] = config


def supported(operations):
    dialect = operations.migration_context.dialect.name
    if dialect == "postgresql" or settings["config"].force_dialect_support:
        return True
    log.warning(f"This library only supports postgresql, but you are using {dialect}, skipping")
    return False


class Rows:
    """A writer of lines that are indented as the package indents them."""

    def __init__(self, operations):
        self.connection = operations.get_bind()

    def run(self, *lines):
        return self.connection.execute(sqlalchemy.text("\n".join(" " * indent + line for indent, line in lines)))

    def line(self, text):
        return self.run((0, text))


@Operations.register_operation("add_enum_value")
class AddEnumValue:
    @classmethod
    def add_enum_value(cls, operations, enum_schema, enum_name, new_value, before_value=None):
        if not supported(operations):
            return
        place = f" AFTER '{before_value}'" if before_value else ""
        Rows(operations).line(f"""ALTER TYPE "{enum_schema}"."{enum_name}" ADD VALUE '{new_value}'{place}""")


@Operations.register_operation("sync_enum_values")
class SyncEnumValues:
    @classmethod
    def sync_enum_values(
        cls,
        operations,
        enum_schema,
        enum_name,
        new_values,
        affected_columns,
        enum_values_to_rename=(),
        indexes_to_recreate=None,
    ):
        if not supported(operations):
            return
        rows = Rows(operations)
        renamed = list(enum_values_to_rename)
        columns = [reference(rows, enum_schema, column) for column in affected_columns]
        indexes = [(name, in_index(text, renamed, enum_schema, enum_name)) for name, text in indexes_to_recreate or ()]
        new, old = f'"{enum_schema}"."{enum_name}"', f'"{enum_schema}"."{enum_name}_old"'

        rows.line(f'ALTER TYPE {new} RENAME TO "{enum_name}_old"')
        values = ", ".join(f"'{value}'" for value in new_values)
        rows.line(f"CREATE TYPE {new} AS ENUM({values})")
        for operator, function in COMPARISONS:
            compare(rows, enum_schema, new, old, renamed, operator, function)
        for name, _ in indexes:
            parts = [f'"{part.strip(chr(34))}"' for part in name.rsplit(".", 1)]
            rows.line(f"DROP INDEX IF EXISTS {'.'.join(parts)}")
        for column in columns:
            convert(rows, column, new, renamed, f"{enum_schema}.{enum_name}" if enum_schema else enum_name)
        for operator, function in COMPARISONS:
            forget(rows, enum_schema, new, old, operator, function)
        rows.line(f"DROP TYPE {old}")
        for _, text in indexes:
            rows.line(text)


def reference(rows, schema, column):
    """What is meant by an affected column: a reference, or a tuple as older releases wrote it."""
    if isinstance(column, TableReference):
        return dataclasses.replace(column, table_schema=schema) if column.table_schema is UNSPECIFIED else column
    if not isinstance(column, tuple):
        raise ValueError("Affected columns must contain tuples or TableReferences")
    table, name = column[0], column[1]
    question = f"""
        SELECT column_default
        FROM information_schema.columns
        WHERE table_schema = '{schema}' AND table_name = '{table}' AND column_name = '{name}'
    """
    default = rows.connection.execute(sqlalchemy.text(question)).scalar()
    kind = column[2] if len(column) > 2 else ColumnType.COMMON
    return TableReference(table, name, schema, kind, default)


def compare(rows, schema, new, old, renamed, operator, function):
    other = [(16, f"SELECT new_enum_val::text {operator} old_enum_val::text;")]
    if renamed:
        cases = " ".join(f"WHEN old_enum_val::text = '{before}' THEN '{after}'" for before, after in renamed)
        other = [
            (16, f"SELECT new_enum_val::text {operator} CASE"),
            (20, cases),
            (0, ""),
            (20, "ELSE old_enum_val::text"),
            (16, "END;"),
        ]
    rows.run(
        (0, f'CREATE FUNCTION "{schema}".{function}('),
        (16, f"new_enum_val {new}, old_enum_val {old}"),
        (12, ")"),
        (12, "RETURNS boolean AS $$"),
        *other,
        (12, "$$ LANGUAGE SQL IMMUTABLE"),
    )
    rows.run(
        (0, f'CREATE OPERATOR "{schema}".{operator} ('),
        (12, f"leftarg = {new},"),
        (12, f"rightarg = {old},"),
        (12, f'procedure = "{schema}".{function}'),
        (8, ")"),
    )


def forget(rows, schema, new, old, operator, function):
    rows.run(
        (0, f'DROP OPERATOR IF EXISTS "{schema}".{operator} ('),
        (16, f"{new},"),
        (16, old),
        (12, ")"),
    )
    rows.run(
        (0, f'DROP FUNCTION "{schema}".{function}('),
        (12, f"new_enum_val {new}, old_enum_val {old}"),
        (8, ")"),
    )


def convert(rows, column, new, renamed, name):
    """Gives a column the new type, its default taken off meanwhile."""
    table, own, default = column.table_name_with_schema, column.escaped_column_name, column.existing_server_default
    if default is not None:
        rows.run((0, f"ALTER TABLE {table}"), (13, f"ALTER COLUMN {own} DROP DEFAULT"))
    if column.column_type == ColumnType.ARRAY:
        value = f"{own}::text[]"
        for before, after in renamed:
            value = f"array_replace({value}, '{before}', '{after}')"
        rows.run((0, f"ALTER TABLE {table} "), (12, f"ALTER COLUMN {own} TYPE {new}[]"), (12, f"USING {value}::{new}[]"))
    elif renamed:
        cases = " ".join(f"WHEN {own}::text = '{before}' THEN '{after}'::{new}" for before, after in renamed)
        rows.run(
            (0, f"ALTER TABLE {table} "),
            (16, f"ALTER COLUMN {own} TYPE {new} "),
            (16, "USING CASE "),
            (16, cases),
            (0, ""),
            (16, f"ELSE {own}::text::{new}"),
            (16, "END"),
        )
    else:
        rows.run((0, f"ALTER TABLE {table} "), (16, f"ALTER COLUMN {own} TYPE {new} "), (16, f"USING {own}::text::{new}"))
    if default is not None:
        rows.run((0, f"ALTER TABLE {table}"), (12, f"ALTER COLUMN {own} SET DEFAULT {in_default(default, renamed, name)}"))


def in_default(default, renamed, name):
    """A server default with the values renamed and cast to the new type."""
    many = default.endswith("[]")
    text = default if default.startswith("ARRAY[") else default[: default.find("::")]
    for before, after in renamed:
        text = text.replace(f"'{before}'", f"'{after}'").replace(f'"{before}"', f'"{after}"')
    if default.startswith("ARRAY["):
        return re.sub(r"::[.\w]+", f"::{name}", text)
    return f"{text}::{name}[]" if many else f"{text}::{name}"


def in_index(text, renamed, schema, name):
    """An index's definition with the values renamed."""
    for before, after in renamed:
        text = text.replace(f"'{before}'::{name}", f"'{after}'::{name}")
        if schema:
            text = text.replace(f"'{before}'::{schema}.{name}", f"'{after}'::{schema}.{name}")
    return text
