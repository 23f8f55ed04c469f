"""Add phone number

Revision ID: 1b52e0c9a6d8
Revises: 0abc1230f4d7
Create Date: 2024-01-24 14:47:00

"""
from alembic import op
import sqlalchemy as sa


# revision identifiers
revision = '1b52e0c9a6d8'
down_revision = '0abc1230f4d7'
branch_labels = None
depends_on = None


def upgrade() -> None:
    op.add_column(
        'user',
        sa.Column('phone_number', sa.String(20), nullable=True)
    )


def downgrade() -> None:
    op.drop_column('user', 'phone_number')
