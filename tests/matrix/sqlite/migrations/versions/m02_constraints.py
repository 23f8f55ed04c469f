"""Every constraint, option of a table, and way of counting

Revision ID: m02
Revises: m01
Create Date: 2024-01-02 00:00:00
"""
from alembic import op
import sqlalchemy as sa

revision = "m02"
down_revision = "m01"


def upgrade() -> None:
    op.create_table(
        "parents",
        sa.Column("id", sa.Integer(), nullable=False),
        sa.Column("small", sa.SmallInteger(), nullable=False, sqlite_on_conflict_not_null="FAIL"),
        sa.Column("code", sa.String(10), nullable=False, unique=True, sqlite_on_conflict_unique="IGNORE"),
        sa.Column("name", sa.String(30), server_default="it's", index=True),
        sa.Column("made", sa.DateTime(), server_default=sa.func.now(), nullable=False),
        sa.Column("cents", sa.Integer(), server_default=sa.text("0")),
        sa.Column("euros", sa.Numeric(10, 2), sa.Computed("cents / 100.0", persisted=True)),
        sa.Column("half", sa.Integer(), sa.Computed("cents / 2")),
        sa.PrimaryKeyConstraint("id"),
        sa.UniqueConstraint("small", "name", name="uq_parents", sqlite_on_conflict="ROLLBACK"),
        sa.CheckConstraint("small > 0 AND name <> '%'", name="ck_small"),
        sqlite_autoincrement=True,
    )
    op.create_table(
        "Children",
        sa.Column("id", sa.Integer(), primary_key=True, sqlite_on_conflict_primary_key="REPLACE"),
        sa.Column("parent_id", sa.Integer(), sa.ForeignKey("parents.id", name="fk_parent", ondelete="CASCADE", onupdate="SET NULL")),
        sa.Column("code", sa.String(10)),
        sa.Column("order", sa.Integer(), server_default=sa.text("7")),
        sa.ForeignKeyConstraint(["code"], ["parents.code"], name="fk_code", deferrable=True, initially="DEFERRED"),
        sa.ForeignKeyConstraint(["order"], ["Children.id"], match="FULL"),
    )
    op.create_table("keyed", sa.Column("a", sa.Integer()), sa.Column("b", sa.String(3)), sa.PrimaryKeyConstraint("b", "a", name="pk_keyed"), sqlite_with_rowid=False)
    op.create_table("strict", sa.Column("id", sa.Integer(), primary_key=True), sa.Column("t", sa.Text()), sqlite_strict=True)
    op.create_table("passing", sa.Column("id", sa.Integer(), primary_key=True), prefixes=["TEMPORARY"])
    op.drop_table("passing")
    op.create_table("twice", sa.Column("id", sa.Integer(), primary_key=True), if_not_exists=True)
    op.create_table("twice", sa.Column("id", sa.Integer(), primary_key=True), if_not_exists=True)


def downgrade() -> None:
    op.drop_table("twice", if_exists=True)
    op.drop_table("strict")
    op.drop_table("keyed")
    op.drop_table("Children")
    op.drop_table("parents")
