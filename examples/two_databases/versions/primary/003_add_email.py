"""Add email column with default

Revision ID: 003_add_email
Revises: 002_migrate_user_data
Create Date: 2025-01-15 09:12:00.000000

"""
from alembic import op
import sqlalchemy as sa

# revision identifiers, used by Alembic
revision = '003_add_email'
down_revision = '002_migrate_user_data'
branch_labels = None
depends_on = None


def upgrade() -> None:
    """Add email column with default."""
    # Autogenerate might not handle defaults correctly
    op.add_column('users', sa.Column('email', sa.String(255), nullable=False))

    # Add default value for existing rows
    op.execute("UPDATE users SET email = CONCAT(username, '@example.com') WHERE email IS NULL")

    # Add unique constraint
    op.create_unique_constraint('uq_users_email', 'users', ['email'])


def downgrade() -> None:
    op.drop_constraint('uq_users_email', 'users', type_='unique')
    op.drop_column('users', 'email')
