"""All tables

Revision ID: m01
Revises:
Create Date: 2024-01-01 00:00:00

"""
from alembic import op
from app.db import Base

revision = "m01"
down_revision = None


def upgrade():
    Base.metadata.create_all(op.get_bind())


def downgrade():
    Base.metadata.drop_all(op.get_bind())
