"""add user email

Revision ID: c4a90d7718be
Revises: abc123def456
Create Date: 2025-11-12 14:02:55

"""
from alembic import op
import sqlalchemy as sa

# revision identifiers, used by Alembic
revision = 'c4a90d7718be'
down_revision = 'abc123def456'
branch_labels = None
depends_on = None


def upgrade():
    op.add_column('users', sa.Column('email', sa.String(255), nullable=True))
    # Set default values if needed
    op.execute("UPDATE users SET email = username || '@example.com' WHERE email IS NULL")
    # Make NOT NULL after populating
    op.alter_column('users', 'email', nullable=False)


def downgrade():
    op.drop_column('users', 'email')
