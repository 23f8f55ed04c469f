"""Email, phase 5: rename new column

Revision ID: 15e2768fa504
Revises: 04d1657e94f3
Create Date: 2024-06-16 19:19:00

"""
from alembic import op
import sqlalchemy as sa


# revision identifiers
revision = '15e2768fa504'
down_revision = '04d1657e94f3'
branch_labels = None
depends_on = None


# Phase 5: Rename new column
def upgrade() -> None:
    op.alter_column('user', 'new_email', new_column_name='email')


def downgrade() -> None:
    op.alter_column('user', 'email', new_column_name='new_email')
