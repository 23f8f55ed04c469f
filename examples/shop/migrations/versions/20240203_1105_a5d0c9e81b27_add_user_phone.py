"""Add user phone

Revision ID: a5d0c9e81b27
Revises: 1c7be20d4f53
Create Date: 2024-02-03 11:05:09.551200+00:00

"""
from alembic import op
import sqlalchemy as sa

# revision identifiers
revision = 'a5d0c9e81b27'
down_revision = '1c7be20d4f53'
branch_labels = None
depends_on = None


def upgrade() -> None:
    # Safe: Add new columns with defaults
    op.add_column('users', sa.Column('phone', sa.String(20), nullable=True))

    # Safe: Add indexes
    op.create_index('ix_users_phone', 'users', ['phone'])

    # Potentially unsafe: Dropping columns (consider renaming first)
    # op.drop_column('users', 'old_column')  # Be careful!


def downgrade() -> None:
    op.drop_index('ix_users_phone')
    op.drop_column('users', 'phone')
