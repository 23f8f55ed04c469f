"""Merge migration branches

Revision ID: 713fe0a4b9d6
Revises: c80b5e1f62d9, 6ae19c05d3b8
Create Date: 2024-05-20 08:01:19.330000+00:00

"""
from alembic import op
import sqlalchemy as sa

# revision identifiers
revision = '713fe0a4b9d6'
down_revision = ('c80b5e1f62d9', '6ae19c05d3b8')
branch_labels = None
depends_on = None


def upgrade() -> None:
    # Apply changes from both branches carefully
    # Ensure no duplicate operations
    pass


def downgrade() -> None:
    pass
