"""Email, phase 1: add new column

Revision ID: d1ae324b61c0
Revises: c09d213a50bf
Create Date: 2024-05-11 18:11:00

"""
from alembic import op
import sqlalchemy as sa


# revision identifiers
revision = 'd1ae324b61c0'
down_revision = 'c09d213a50bf'
branch_labels = None
depends_on = None


# Phase 1: Add new column (nullable)
def upgrade() -> None:
    op.add_column('user', sa.Column('new_email', sa.String(), nullable=True))


def downgrade() -> None:
    op.drop_column('user', 'new_email')
