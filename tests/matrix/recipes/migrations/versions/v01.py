"""Customers

Revision ID: v01
Revises:
Create Date: 2024-01-01 00:00:00

"""
import sqlalchemy as sa
from alembic import op
from replaceable import Replaceable

revision = "v01"
down_revision = None

customers = Replaceable("customers", "SELECT id, name FROM people WHERE is_customer")


def upgrade():
    op.create_table(
        "people",
        sa.Column("id", sa.Integer(), primary_key=True),
        sa.Column("name", sa.String(80)),
        sa.Column("is_customer", sa.Boolean(), nullable=False),
    )
    op.create_view(customers)


def downgrade():
    op.drop_view(customers)
    op.drop_table("people")
