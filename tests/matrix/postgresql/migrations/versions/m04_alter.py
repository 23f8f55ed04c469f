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
    op.alter_column("changing", "a", type_=sa.Integer(), postgresql_using="a::integer")
    op.alter_column("changing", "b", existing_type=sa.Integer(), nullable=False)
    op.alter_column("changing", "c", server_default=None)
    op.alter_column("changing", "d", new_column_name="Renamed d", type_=sa.BigInteger(), nullable=True, server_default=sa.text("3 + 4"), comment="it's new")
    op.alter_column("changing", "e", comment="a comment")
    op.alter_column("changing", "e", comment=None, existing_comment="a comment")
    op.alter_column("changing", "b", server_default=sa.Identity(always=True, start=3))
    op.alter_column("changing", "b", server_default=sa.Identity(always=False, increment=4), existing_server_default=sa.Identity(always=True, start=3))
    op.alter_column("changing", "b", server_default=None, existing_server_default=sa.Identity())
    op.add_column("changing", sa.Column("f", sa.Boolean(), server_default=sa.true(), nullable=False))
    op.add_column("changing", sa.Column("g", sa.Integer(), sa.ForeignKey("changing.id", name="fk_g"), comment="itself"))
    op.add_column("changing", sa.Column("h", sa.Integer(), sa.Computed("id * 2", persisted=True)))
    op.add_column("changing", sa.Column("i", sa.Integer(), sa.Identity()))
    op.add_column("changing", sa.Column("j", sa.Integer()), if_not_exists=True)
    op.create_table_comment("changing", "changes", existing_comment=None)
    op.drop_column("changing", "j", if_exists=True)
    op.rename_table("changing", "Changed")
    op.execute("CREATE SCHEMA other")
    op.create_table("there", sa.Column("id", sa.Integer(), primary_key=True), schema="other")
    op.add_column("there", sa.Column("n", sa.Integer()), schema="other")
    op.create_index("ix_there", "there", ["n"], schema="other")
    op.create_foreign_key("fk_there", "Changed", "there", ["b"], ["id"], referent_schema="other")


def downgrade() -> None:
    op.drop_constraint("fk_there", "Changed", type_="foreignkey")
    op.drop_index("ix_there", table_name="there", schema="other")
    op.drop_table("there", schema="other")
    op.execute("DROP SCHEMA other")
    op.rename_table("Changed", "changing")
    op.drop_table_comment("changing", existing_comment="changes")
    op.drop_table("changing")
