"""Columns altered in every way

Revision ID: m04
Revises: m03
Create Date: 2024-01-04 00:00:00
"""
from alembic import op
import sqlalchemy as sa
from sqlalchemy.dialects import mysql

revision = "m04"
down_revision = "m03"


def upgrade() -> None:
    op.create_table("changing", sa.Column("id", sa.Integer(), primary_key=True), sa.Column("a", sa.String(20)), sa.Column("b", sa.Integer()), sa.Column("c", sa.Integer(), server_default="4"), sa.Column("d", sa.Integer(), nullable=False), sa.Column("e", sa.Text()), sa.Column("t", mysql.TIMESTAMP(), nullable=True))
    op.alter_column("changing", "a", existing_type=sa.String(20), type_=sa.Integer())
    op.alter_column("changing", "b", existing_type=sa.Integer(), nullable=False)
    op.alter_column("changing", "c", existing_type=sa.Integer(), server_default=None)
    op.alter_column("changing", "c", server_default=sa.text("9"))
    op.alter_column("changing", "d", new_column_name="Renamed d", existing_type=sa.Integer(), type_=sa.BigInteger(), nullable=True, server_default="3", comment="it's new")
    op.alter_column("changing", "e", existing_type=sa.Text(), existing_nullable=True, comment="a comment")
    op.alter_column("changing", "e", existing_type=sa.Text(), comment=None, existing_comment="a comment", nullable=False)
    op.alter_column("changing", "b", existing_type=sa.Integer(), existing_nullable=False, new_column_name="bb", existing_server_default=sa.text("3"))
    op.alter_column("changing", "t", existing_type=mysql.TIMESTAMP(), server_default=sa.text("CURRENT_TIMESTAMP"), nullable=False)
    op.alter_column("changing", "id", existing_type=sa.Integer(), type_=sa.BigInteger(), autoincrement=True, existing_nullable=False)
    op.add_column("changing", sa.Column("f", sa.Boolean(), server_default=sa.true(), nullable=False))
    op.add_column("changing", sa.Column("g", sa.BigInteger(), sa.ForeignKey("changing.id", name="fk_g"), comment="itself"))
    op.add_column("changing", sa.Column("h", sa.Integer(), sa.Computed("a * 2")))
    op.add_column("changing", sa.Column("j", sa.Integer()), if_not_exists=True)
    op.create_table_comment("changing", "changes", existing_comment=None)
    op.drop_column("changing", "j", if_exists=True)
    op.rename_table("changing", "Changed")
    with op.batch_alter_table("Changed") as batch_op:
        batch_op.add_column(sa.Column("k", sa.String(3), nullable=True))
        batch_op.create_index("ix_k", ["k"])


def downgrade() -> None:
    with op.batch_alter_table("Changed") as batch_op:
        batch_op.drop_index("ix_k")
        batch_op.drop_column("k")
    op.rename_table("Changed", "changing")
    op.drop_table_comment("changing", existing_comment="changes")
    op.drop_constraint("fk_g", "changing", type_="foreignkey")
    op.drop_table("changing")
