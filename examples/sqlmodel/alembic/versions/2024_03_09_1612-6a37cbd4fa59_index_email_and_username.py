"""Index email and username

Revision ID: 6a37cbd4fa59
Revises: 5f26bac3e948
Create Date: 2024-03-09 16:12:00

"""
from alembic import op
import sqlalchemy as sa


# revision identifiers
revision = '6a37cbd4fa59'
down_revision = '5f26bac3e948'
branch_labels = None
depends_on = None


def upgrade() -> None:
    op.create_index(
        'idx_user_email_username',
        'user',
        ['email', 'username'],
        unique=False
    )


def downgrade() -> None:
    op.drop_index('idx_user_email_username', table_name='user')
