"""Columns altered in every way

Revision ID: m04
Revises: m03
Create Date: 2024-01-04 00:00:00
"""
from alembic import op
import sqlalchemy as sa

revision = "m04"
down_revision = "m03"


def upgrade() -> None:
    op.create_table("changing", sa.Column("id", sa.Integer(), primary_key=True), sa.Column("a", sa.String(20)), sa.Column("b", sa.Integer()), sa.Column("c", sa.Integer(), server_default="4"), sa.Column("d", sa.Integer(), nullable=False), sa.Column("e", sa.Text()))
    with op.batch_alter_table("changing", recreate="always", table_args=(sa.CheckConstraint("id > 0", name="ck_id"),)) as batch_op:
        batch_op.alter_column("a", existing_type=sa.String(20), type_=sa.Integer())
        batch_op.alter_column("b", existing_type=sa.Integer(), nullable=False, server_default="3")
        batch_op.alter_column("c", existing_type=sa.Integer(), server_default=None)
        batch_op.alter_column("d", new_column_name="Renamed d", existing_type=sa.Integer(), type_=sa.BigInteger(), nullable=True)
        batch_op.add_column(sa.Column("first", sa.Integer(), server_default=sa.text("(1 + 1)")), insert_before="a")
        batch_op.add_column(sa.Column("g", sa.Integer(), sa.ForeignKey("changing.id", name="fk_g")))
        batch_op.create_unique_constraint("uq_ac", ["a", "c"])
        batch_op.create_index("ix_e", ["e"])
    op.add_column("changing", sa.Column("f", sa.Boolean(), server_default=sa.true(), nullable=False))
    op.add_column("changing", sa.Column("h", sa.Integer(), sa.Computed("id * 2")))
    op.drop_column("changing", "h")
    op.alter_column("changing", "f", new_column_name="flag")
    with op.batch_alter_table("changing", partial_reordering=[("id", "flag", "a")]) as batch_op:
        batch_op.drop_constraint("uq_ac", type_="unique")
        batch_op.drop_column("c")
    op.rename_table("changing", "Changed")


def downgrade() -> None:
    op.rename_table("Changed", "changing")
    op.drop_table("changing")
