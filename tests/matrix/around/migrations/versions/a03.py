"""An index

Revision ID: a03
Revises: a02
Create Date: 2024-01-03 00:00:00

"""
from alembic import op

revision = "a03"
down_revision = "a02"


def upgrade():
    op.create_index("ix_things_name", "things", ["name"])


def downgrade():
    op.drop_index("ix_things_name", "things")
