"""full name, step 1: add and copy

Revision ID: e25cf3614da0
Revises: d17be2503c9f
Create Date: 2025-11-20 10:00:00

"""
from alembic import op
import sqlalchemy as sa

# revision identifiers, used by Alembic
revision = 'e25cf3614da0'
down_revision = 'd17be2503c9f'
branch_labels = None
depends_on = None


def upgrade():
    op.add_column('users', sa.Column('full_name', sa.String(255)))
    # Copy data
    op.execute("UPDATE users SET full_name = first_name")


def downgrade():
    op.drop_column('users', 'full_name')
