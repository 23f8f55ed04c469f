"""Every constraint, option of a table, and way of counting

Revision ID: m02
Revises: m01
Create Date: 2024-01-02 00:00:00
"""
from alembic import op
import sqlalchemy as sa
from sqlalchemy.dialects import mysql

revision = "m02"
down_revision = "m01"


def upgrade() -> None:
    op.create_table(
        "parents",
        sa.Column("id", sa.BigInteger(), autoincrement=True, nullable=False),
        sa.Column("small", sa.SmallInteger(), autoincrement=False, nullable=False),
        sa.Column("code", sa.String(10), nullable=False, unique=True, comment="its 'code'"),
        sa.Column("name", sa.String(30), server_default="it's", index=True),
        sa.Column("made", sa.DateTime(), server_default=sa.func.now(), nullable=False),
        sa.Column("touched", mysql.TIMESTAMP(), server_default=sa.text("CURRENT_TIMESTAMP ON UPDATE CURRENT_TIMESTAMP"), nullable=False),
        sa.Column("cents", sa.Integer(), server_default=sa.text("0")),
        sa.Column("calculated", sa.Integer(), server_default=sa.text("1 + 2")),
        sa.Column("euros", sa.Numeric(10, 2), sa.Computed("cents / 100", persisted=True)),
        sa.Column("half", sa.Integer(), sa.Computed("cents / 2", persisted=False)),
        sa.PrimaryKeyConstraint("id", name="ignored_by_mysql"),
        sa.UniqueConstraint("small", "name", name="uq_parents"),
        sa.CheckConstraint("small > 0 AND name <> '%'", name="ck_small"),
        comment="a table's comment",
        mariadb_engine="InnoDB",
        mariadb_charset="utf8mb4",
        mariadb_collate="utf8mb4_unicode_ci",
        mariadb_row_format="DYNAMIC",
        mariadb_auto_increment="100",
        mariadb_stats_persistent="0",
    )
    op.create_table(
        "Children",
        sa.Column("id", sa.Integer(), primary_key=True),
        sa.Column("parent_id", sa.BigInteger(), sa.ForeignKey("parents.id", name="fk_parent", ondelete="CASCADE", onupdate="SET NULL")),
        sa.Column("code", sa.String(10)),
        sa.Column("order", sa.Integer(), server_default=sa.text("7")),
        sa.Column("uid", mysql.VARCHAR(36), server_default=sa.text("(uuid())")),
        sa.UniqueConstraint("code", name="uq_code"),
        mariadb_engine="InnoDB",
        mariadb_key_block_size="8",
        mariadb_row_format="COMPRESSED",
    )
    op.create_table("counted", sa.Column("group", sa.Integer(), primary_key=True, autoincrement=False), sa.Column("n", sa.Integer(), primary_key=True, autoincrement=True), mariadb_engine="MyISAM")
    op.create_table("keyless", sa.Column("a", sa.Integer()), sa.Column("b", sa.Integer()))
    op.create_primary_key("pk_keyless", "keyless", ["a", "b"])
    op.create_unique_constraint("uq_b", "keyless", ["b"])
    op.create_check_constraint("ck_b", "keyless", sa.column("b") > 5)
    op.create_foreign_key("fk_a", "keyless", "Children", ["a"], ["id"], ondelete="RESTRICT")


def downgrade() -> None:
    op.drop_constraint("fk_a", "keyless", type_="foreignkey")
    op.drop_constraint("ck_b", "keyless", type_="check")
    op.drop_constraint("uq_b", "keyless", type_="unique")
    op.drop_constraint("pk_keyless", "keyless", type_="primary")
    op.drop_table("keyless")
    op.drop_table("counted")
    op.drop_table("Children")
    op.drop_table("parents")
