"""Every type

Revision ID: m01
Revises: 
Create Date: 2024-01-01 00:00:00
"""
import datetime

from alembic import op
import sqlalchemy as sa
from sqlalchemy.dialects import sqlite

revision = "m01"
down_revision = None


def upgrade() -> None:
    op.create_table(
        "every_type",
        sa.Column("id", sa.Integer(), primary_key=True),
        sa.Column("c01", sa.Integer()),
        sa.Column("c02", sa.SmallInteger()),
        sa.Column("c03", sa.BigInteger()),
        sa.Column("c04", sa.Numeric()),
        sa.Column("c05", sa.Numeric(10, 2)),
        sa.Column("c06", sa.Numeric(10, 2, asdecimal=False)),
        sa.Column("c07", sa.Float()),
        sa.Column("c08", sa.Float(24)),
        sa.Column("c09", sa.Double()),
        sa.Column("c10", sa.Boolean()),
        sa.Column("c11", sa.Date()),
        sa.Column("c12", sa.DateTime()),
        sa.Column("c13", sa.DateTime(timezone=True)),
        sa.Column("c14", sa.Time()),
        sa.Column("c15", sa.Interval()),
        sa.Column("c16", sa.String(20)),
        sa.Column("c17", sa.Unicode(20)),
        sa.Column("c18", sa.Text()),
        sa.Column("c19", sa.UnicodeText()),
        sa.Column("c20", sa.LargeBinary()),
        sa.Column("c21", sa.JSON()),
        sa.Column("c22", sa.Uuid()),
        sa.Column("c23", sa.Uuid(native_uuid=False)),
        sa.Column("c24", sa.UUID()),
        sa.Column("c25", sa.PickleType()),
        sa.Column("c26", sa.CHAR(3)),
        sa.Column("c27", sa.VARCHAR(5)),
        sa.Column("c28", sa.NCHAR(3)),
        sa.Column("c29", sa.NVARCHAR(5)),
        sa.Column("c30", sa.TEXT()),
        sa.Column("c31", sa.INTEGER()),
        sa.Column("c32", sa.SMALLINT()),
        sa.Column("c33", sa.BIGINT()),
        sa.Column("c34", sa.NUMERIC(8, 3)),
        sa.Column("c35", sa.DECIMAL(8, 3)),
        sa.Column("c36", sa.FLOAT()),
        sa.Column("c37", sa.REAL()),
        sa.Column("c38", sa.DOUBLE()),
        sa.Column("c39", sa.DOUBLE_PRECISION()),
        sa.Column("c40", sa.BOOLEAN()),
        sa.Column("c41", sa.DATE()),
        sa.Column("c42", sa.TIME()),
        sa.Column("c43", sa.TIMESTAMP()),
        sa.Column("c44", sa.String(7).with_variant(sa.String(9), "sqlite")),
        sa.Column("c45", sa.Enum("a", "b'c")),
        sa.Column("c46", sa.Enum("x", "y", native_enum=False, length=9)),
        sa.Column("c47", sa.Enum("x", "y", name="ck_not_native", native_enum=False, create_constraint=True)),
        sa.Column("c48", sa.Boolean(create_constraint=True, name="ck_truth")),
        sa.Column("c49", sa.String()),
        sa.Column("c50", sa.String(8, collation="NOCASE")),
        sa.Column("c51", sqlite.BLOB()),
        sa.Column("c52", sqlite.BOOLEAN()),
        sa.Column("c53", sqlite.CHAR(3)),
        sa.Column("c54", sqlite.DATE()),
        sa.Column("c55", sqlite.DATETIME()),
        sa.Column("c56", sqlite.DATETIME(truncate_microseconds=True)),
        sa.Column("c57", sqlite.DECIMAL(8,2)),
        sa.Column("c58", sqlite.FLOAT()),
        sa.Column("c59", sqlite.INTEGER()),
        sa.Column("c60", sqlite.JSON()),
        sa.Column("c61", sqlite.NUMERIC(8,2)),
        sa.Column("c62", sqlite.REAL()),
        sa.Column("c63", sqlite.SMALLINT()),
        sa.Column("c64", sqlite.TEXT()),
        sa.Column("c65", sqlite.TIME()),
        sa.Column("c66", sqlite.TIMESTAMP()),
        sa.Column("c67", sqlite.VARCHAR(9)),
    )

    op.bulk_insert(
        sa.table("every_type", sa.column("id", sa.Integer()), sa.column("c05", sa.Numeric(10, 2)), sa.column("c16", sa.String(20)), sa.column("c10", sa.Boolean()), sa.column("c11", sa.Date()), sa.column("c12", sa.DateTime()), sa.column("c14", sa.Time())),
        [
            {"id": 1, "c05": 1.5, "c16": "it's 100%", "c10": True, "c11": datetime.date(2020, 2, 3), "c12": datetime.datetime(2020, 2, 3, 4, 5, 6, 700), "c14": datetime.time(7, 8, 9)},
            {"id": 2, "c05": None, "c16": "a\\b :x", "c10": False, "c11": None, "c12": None, "c14": None},
        ],
    )
    with op.batch_alter_table("every_type", reflect_args=[sa.Column("c50", sa.String(8, collation="NOCASE"))]) as batch_op:
        batch_op.alter_column("c01", existing_type=sa.Integer(), server_default="5")


def downgrade() -> None:
    op.drop_table("every_type")
