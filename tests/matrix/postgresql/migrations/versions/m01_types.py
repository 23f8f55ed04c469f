"""Every type

Revision ID: m01
Revises: 
Create Date: 2024-01-01 00:00:00
"""
import datetime

from alembic import op
import sqlalchemy as sa
from sqlalchemy.dialects import postgresql

revision = "m01"
down_revision = None


def upgrade() -> None:
    op.execute("CREATE EXTENSION IF NOT EXISTS citext")
    op.execute("CREATE EXTENSION IF NOT EXISTS hstore")
    op.execute("CREATE DOMAIN positive AS INTEGER CHECK (VALUE > 0)")
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
        sa.Column("c28", sa.TEXT()),
        sa.Column("c29", sa.INTEGER()),
        sa.Column("c30", sa.SMALLINT()),
        sa.Column("c31", sa.BIGINT()),
        sa.Column("c32", sa.NUMERIC(8, 3)),
        sa.Column("c33", sa.DECIMAL(8, 3)),
        sa.Column("c34", sa.FLOAT()),
        sa.Column("c35", sa.REAL()),
        sa.Column("c36", sa.DOUBLE_PRECISION()),
        sa.Column("c37", sa.BOOLEAN()),
        sa.Column("c38", sa.DATE()),
        sa.Column("c39", sa.TIME()),
        sa.Column("c40", sa.TIMESTAMP()),
        sa.Column("c41", sa.String(7).with_variant(sa.String(9), "postgresql")),
        sa.Column("c42", sa.Enum("a", "b'c", name="plain_enum")),
        sa.Column("c43", sa.Enum("x", "y", native_enum=False, length=9)),
        sa.Column("c44", sa.Enum("x", "y", name="ck_not_native", native_enum=False, create_constraint=True)),
        sa.Column("c45", sa.Boolean(create_constraint=True, name="ck_truth")),
        sa.Column("c46", sa.ARRAY(sa.Integer())),
        sa.Column("c47", sa.ARRAY(sa.String(3), dimensions=2)),
        sa.Column("c48", postgresql.ARRAY(sa.Text())),
        sa.Column("c49", postgresql.ARRAY(postgresql.UUID())),
        sa.Column("c50", postgresql.BIT()),
        sa.Column("c51", postgresql.BIT(5)),
        sa.Column("c52", postgresql.BIT(5,varying=True)),
        sa.Column("c53", postgresql.BYTEA()),
        sa.Column("c54", postgresql.CIDR()),
        sa.Column("c55", postgresql.INET()),
        sa.Column("c56", postgresql.MACADDR()),
        sa.Column("c57", postgresql.MACADDR8()),
        sa.Column("c58", postgresql.MONEY()),
        sa.Column("c59", postgresql.OID()),
        sa.Column("c60", postgresql.REGCLASS()),
        sa.Column("c61", postgresql.REGCONFIG()),
        sa.Column("c62", postgresql.TSVECTOR()),
        sa.Column("c63", postgresql.TSQUERY()),
        sa.Column("c64", postgresql.JSON()),
        sa.Column("c65", postgresql.JSONB()),
        sa.Column("c66", postgresql.JSONPATH()),
        sa.Column("c67", postgresql.UUID()),
        sa.Column("c68", postgresql.UUID(as_uuid=False)),
        sa.Column("c69", postgresql.INTERVAL()),
        sa.Column("c70", postgresql.INTERVAL(precision=3)),
        sa.Column("c71", postgresql.INTERVAL(fields="DAY")),
        sa.Column("c72", postgresql.INTERVAL(fields="DAY",precision=None)),
        sa.Column("c73", postgresql.TIMESTAMP()),
        sa.Column("c74", postgresql.TIMESTAMP(precision=3)),
        sa.Column("c75", postgresql.TIMESTAMP(timezone=True,precision=6)),
        sa.Column("c76", postgresql.TIME()),
        sa.Column("c77", postgresql.TIME(precision=2)),
        sa.Column("c78", postgresql.TIME(timezone=True)),
        sa.Column("c79", postgresql.TIME(timezone=True,precision=0)),
        sa.Column("c80", postgresql.DOUBLE_PRECISION()),
        sa.Column("c81", postgresql.DOUBLE_PRECISION(53)),
        sa.Column("c82", postgresql.INT4RANGE()),
        sa.Column("c83", postgresql.INT8RANGE()),
        sa.Column("c84", postgresql.NUMRANGE()),
        sa.Column("c85", postgresql.DATERANGE()),
        sa.Column("c86", postgresql.TSRANGE()),
        sa.Column("c87", postgresql.TSTZRANGE()),
        sa.Column("c88", postgresql.INT4MULTIRANGE()),
        sa.Column("c89", postgresql.INT8MULTIRANGE()),
        sa.Column("c90", postgresql.NUMMULTIRANGE()),
        sa.Column("c91", postgresql.DATEMULTIRANGE()),
        sa.Column("c92", postgresql.TSMULTIRANGE()),
        sa.Column("c93", postgresql.TSTZMULTIRANGE()),
        sa.Column("c94", postgresql.CITEXT()),
        sa.Column("c95", postgresql.HSTORE()),
        sa.Column("c96", postgresql.ENUM("low", "high", name="level")),
        sa.Column("c97", postgresql.DOMAIN("positive", sa.Integer(), check="VALUE > 0", not_null=False, create_type=False)),
        sa.Column("c98", sa.String(8, collation="C")),
    )

    op.bulk_insert(
        sa.table("every_type", sa.column("id", sa.Integer()), sa.column("c05", sa.Numeric(10, 2)), sa.column("c16", sa.String(20)), sa.column("c10", sa.Boolean()), sa.column("c11", sa.Date()), sa.column("c12", sa.DateTime())),
        [
            {"id": 1, "c05": 1.5, "c16": "it's 100%", "c10": True, "c11": datetime.date(2020, 2, 3), "c12": datetime.datetime(2020, 2, 3, 4, 5, 6, 700)},
            {"id": 2, "c05": None, "c16": "a\\b :x", "c10": False, "c11": None, "c12": None},
        ],
    )


def downgrade() -> None:
    op.drop_table("every_type")
    op.execute("DROP DOMAIN positive")
    sa.Enum(name="plain_enum").drop(op.get_bind(), checkfirst=False)
    postgresql.ENUM(name="level").drop(op.get_bind(), checkfirst=False)
