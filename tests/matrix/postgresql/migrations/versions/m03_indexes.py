"""Every option of an index

Revision ID: m03
Revises: m02
Create Date: 2024-01-03 00:00:00
"""
from alembic import op
import sqlalchemy as sa
from sqlalchemy.dialects import postgresql

revision = "m03"
down_revision = "m02"


def upgrade() -> None:
    op.create_table("things", sa.Column("id", sa.Integer(), primary_key=True), sa.Column("a", sa.String(20)), sa.Column("b", sa.Integer()), sa.Column("doc", postgresql.JSONB()), sa.Column("words", postgresql.TSVECTOR()), sa.Column("Odd name", sa.Text()))
    op.create_index("ix_plain", "things", ["a", "b"])
    op.create_index("ix_unique", "things", ["a"], unique=True)
    op.create_index("ix_gin", "things", ["doc"], postgresql_using="gin", postgresql_ops={"doc": "jsonb_path_ops"})
    op.create_index("ix_words", "things", ["words"], postgresql_using="gin", postgresql_with={"fastupdate": "off"})
    op.create_index("ix_where", "things", ["b"], postgresql_where=sa.text("a IS NOT NULL"))
    op.create_index("ix_where_column", "things", ["b"], postgresql_where=sa.column("b") > 3)
    op.create_index("ix_include", "things", ["a"], postgresql_include=["b"])
    op.create_index("ix_nulls", "things", ["b"], unique=True, postgresql_nulls_not_distinct=True)
    op.create_index("ix_lower", "things", [sa.text("lower(a)"), sa.text("b DESC NULLS LAST")])
    op.create_index("ix_function", "things", [sa.func.upper(sa.column("a"))])
    op.create_index("ix_desc", "things", [sa.column("b").desc()])
    op.create_index("ix_odd", "things", ["Odd name"], postgresql_ops={"Odd name": "text_pattern_ops"}, postgresql_tablespace="pg_default")
    op.create_index("ix_hash", "things", ["a"], postgresql_using="hash", if_not_exists=True)
    with op.get_context().autocommit_block():
        op.create_index("ix_quietly", "things", ["b"], postgresql_concurrently=True)


def downgrade() -> None:
    with op.get_context().autocommit_block():
        op.drop_index("ix_quietly", table_name="things", postgresql_concurrently=True)
    op.drop_index("ix_hash", table_name="things", if_exists=True)
    op.drop_index("ix_plain", table_name="things")
    op.drop_table("things")
