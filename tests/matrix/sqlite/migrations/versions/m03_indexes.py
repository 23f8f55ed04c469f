"""Every option of an index

Revision ID: m03
Revises: m02
Create Date: 2024-01-03 00:00:00
"""
from alembic import op
import sqlalchemy as sa

revision = "m03"
down_revision = "m02"


def upgrade() -> None:
    op.create_table("things", sa.Column("id", sa.Integer(), primary_key=True), sa.Column("a", sa.String(20)), sa.Column("b", sa.Integer()), sa.Column("Odd name", sa.Text()))
    op.create_index("ix_plain", "things", ["a", "b"])
    op.create_index("ix_unique", "things", ["a"], unique=True)
    op.create_index("ix_where", "things", ["b"], sqlite_where=sa.text("a IS NOT NULL"))
    op.create_index("ix_where_column", "things", ["b"], sqlite_where=sa.column("b") > 3)
    op.create_index("ix_lower", "things", [sa.text("lower(a)"), sa.text("b DESC")])
    op.create_index("ix_function", "things", [sa.func.upper(sa.column("a"))])
    op.create_index("ix_desc", "things", [sa.column("b").desc()])
    op.create_index("ix_odd", "things", ["Odd name"], if_not_exists=True)


def downgrade() -> None:
    op.drop_index("ix_odd", table_name="things", if_exists=True)
    op.drop_index("ix_plain", table_name="things")
    op.drop_table("things")
