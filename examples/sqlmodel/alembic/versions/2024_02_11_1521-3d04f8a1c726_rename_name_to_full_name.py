"""Rename name to full name

Revision ID: 3d04f8a1c726
Revises: 2c93d7f0b415
Create Date: 2024-02-11 15:21:00

"""
from alembic import op
import sqlalchemy as sa


# revision identifiers
revision = '3d04f8a1c726'
down_revision = '2c93d7f0b415'
branch_labels = None
depends_on = None


def upgrade() -> None:
    op.alter_column(
        'user',
        'name',
        new_column_name='full_name'
    )


def downgrade() -> None:
    op.alter_column(
        'user',
        'full_name',
        new_column_name='name'
    )
