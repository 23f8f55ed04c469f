"""Unique email

Revision ID: 7b48dce50b6a
Revises: 6a37cbd4fa59
Create Date: 2024-03-18 16:29:00

"""
from alembic import op
import sqlalchemy as sa


# revision identifiers
revision = '7b48dce50b6a'
down_revision = '6a37cbd4fa59'
branch_labels = None
depends_on = None


def upgrade() -> None:
    op.create_unique_constraint(
        'uq_user_email',
        'user',
        ['email']
    )


def downgrade() -> None:
    op.drop_constraint('uq_user_email', 'user', type_='unique')
