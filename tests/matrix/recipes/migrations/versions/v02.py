"""Customers by name

Revision ID: v02
Revises: v01
Create Date: 2024-01-02 00:00:00

"""
from alembic import op
from replaceable import Replaceable

revision = "v02"
down_revision = "v01"

customers = Replaceable("customers", "SELECT id, upper(name) AS name FROM people WHERE is_customer")


def upgrade():
    op.replace_view(customers, replaces="v01.customers")


def downgrade():
    op.replace_view(customers, replace_with="v01.customers")
