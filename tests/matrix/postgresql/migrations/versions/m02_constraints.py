"""Every constraint and way of counting

Revision ID: m02
Revises: m01
Create Date: 2024-01-02 00:00:00
"""
from alembic import op
import sqlalchemy as sa
from sqlalchemy.dialects import postgresql

revision = "m02"
down_revision = "m01"


def upgrade() -> None:
    op.execute("CREATE EXTENSION IF NOT EXISTS btree_gist")
    op.create_table(
        "parents",
        sa.Column("id", sa.BigInteger(), sa.Identity(always=True, start=10, increment=2, minvalue=1, maxvalue=100000, cycle=True, cache=5), primary_key=True),
        sa.Column("small", sa.SmallInteger(), autoincrement=False, nullable=False),
        sa.Column("code", sa.String(10), nullable=False, unique=True, comment="its code"),
        sa.Column("name", sa.String(30), server_default="it's", index=True),
        sa.Column("made", sa.DateTime(timezone=True), server_default=sa.func.now(), nullable=False),
        sa.Column("cents", sa.Integer(), server_default=sa.text("0")),
        sa.Column("euros", sa.Numeric(10, 2), sa.Computed("cents / 100.0", persisted=True)),
        sa.UniqueConstraint("small", "name", name="uq_parents", deferrable=True, initially="DEFERRED"),
        sa.UniqueConstraint("cents", name="uq_nulls", postgresql_nulls_not_distinct=True),
        sa.CheckConstraint("small > 0 AND name <> '%'", name="ck_small"),
        comment="a table's comment",
    )
    op.create_table(
        "Children",
        sa.Column("id", sa.Integer(), sa.Identity(), primary_key=True),
        sa.Column("parent_id", sa.BigInteger(), sa.ForeignKey("parents.id", name="fk_parent", ondelete="CASCADE", onupdate="SET NULL")),
        sa.Column("code", sa.String(10)),
        sa.Column("order", sa.Integer(), sa.Sequence("order_seq"), server_default=sa.text("7")),
        sa.Column("during", postgresql.TSRANGE()),
        sa.Column("room", sa.Integer()),
        sa.ForeignKeyConstraint(["code"], ["parents.code"], name="fk_code", deferrable=True, initially="IMMEDIATE", match="FULL"),
        postgresql.ExcludeConstraint(("room", "="), ("during", "&&"), name="no_overlap", using="gist", where=sa.text("room > 0")),
    )
    op.create_table("partitioned", sa.Column("day", sa.Date(), nullable=False), sa.Column("n", sa.Integer()), postgresql_partition_by="RANGE (day)")
    op.create_table("filled", sa.Column("id", sa.Integer()), postgresql_with={"fillfactor": 70}, postgresql_tablespace="pg_default")
    op.create_table("unlogged", sa.Column("id", sa.Integer()), prefixes=["UNLOGGED"])
    op.create_table("inherits", sa.Column("more", sa.Integer()), postgresql_inherits="filled")
    op.create_primary_key("pk_filled", "filled", ["id"])
    op.create_unique_constraint("uq_more", "inherits", ["more"], deferrable=True)
    op.create_check_constraint("ck_more", "inherits", sa.column("more") > 5)
    op.create_foreign_key("fk_more", "inherits", "filled", ["more"], ["id"], ondelete="SET DEFAULT", postgresql_not_valid=True)
    op.execute("COMMENT ON CONSTRAINT ck_more ON inherits IS 'five'")


def downgrade() -> None:
    op.drop_constraint("fk_more", "inherits", type_="foreignkey")
    op.drop_constraint("ck_more", "inherits", type_="check")
    op.drop_constraint("uq_more", "inherits", type_="unique")
    op.drop_table("inherits")
    op.drop_table("filled")
    op.drop_table("unlogged")
    op.drop_table("partitioned")
    op.drop_table("Children")
    op.drop_table("parents")
