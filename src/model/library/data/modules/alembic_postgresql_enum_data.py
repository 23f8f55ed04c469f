"""Where alembic-postgresql-enum keeps its references to columns."""

from alembic_postgresql_enum import ColumnType, TableReference
