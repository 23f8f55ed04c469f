"""Email, phase 3: make column non-nullable

Revision ID: f3c0546d83e2
Revises: e2bf435c72d1
Create Date: 2024-05-29 18:45:00

"""
from alembic import op
import sqlalchemy as sa


# revision identifiers
revision = 'f3c0546d83e2'
down_revision = 'e2bf435c72d1'
branch_labels = None
depends_on = None


# Phase 3: Make column non-nullable
def upgrade() -> None:
    op.alter_column('user', 'new_email', nullable=False)


def downgrade() -> None:
    op.alter_column('user', 'new_email', nullable=True)
