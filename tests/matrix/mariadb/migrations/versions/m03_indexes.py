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
    op.create_table("things", sa.Column("id", sa.Integer(), primary_key=True), sa.Column("a", sa.String(200)), sa.Column("b", sa.Integer()), sa.Column("body", sa.Text()), sa.Column("Odd name", sa.Text()))
    op.create_index("ix_plain", "things", ["a", "b"])
    op.create_index("ix_unique", "things", ["a"], unique=True)
    op.create_index("ix_length", "things", ["a"], mariadb_length=10)
    op.create_index("ix_lengths", "things", ["a", "Odd name"], mariadb_length={"a": 5, "Odd name": 7})
    op.create_index("ix_fulltext", "things", ["body"], mariadb_prefix="FULLTEXT")
    op.create_index("ix_hash", "things", ["b"], mariadb_using="hash")
    op.create_index("ix_desc", "things", [sa.text("b DESC")])
    op.create_index("ix_desc_column", "things", [sa.column("b").desc(), sa.column("a")])
    op.create_index("ix_if", "things", ["b"], if_not_exists=True)


def downgrade() -> None:
    op.drop_index("ix_if", table_name="things", if_exists=True)
    op.drop_index("ix_plain", table_name="things")
    op.drop_table("things")
