"""Who made it, asking while the file is loaded

Revision ID: m03
Revises: m02
Create Date: 2024-01-03 00:00:00

"""
import sqlalchemy as sa
from alembic import op

revision = "m03"
down_revision = "m02"

try:
    inspector = sa.inspect(op.get_bind())
    tables = inspector.get_table_names()
except Exception:
    tables = None


def upgrade():
    if tables is None or "note" in tables:
        op.add_column("note", sa.Column("by", sa.String(20)))


def downgrade():
    if tables is None or "note" in tables:
        op.drop_column("note", "by")
