"""Status, phase 4: make it non-nullable

Revision ID: 08e5c4b2d9f1
Revises: b1d7f3096c4e
Create Date: 2024-04-16 18:01:03.400020+00:00

"""
from alembic import op
import sqlalchemy as sa

# revision identifiers
revision = '08e5c4b2d9f1'
down_revision = 'b1d7f3096c4e'
branch_labels = None
depends_on = None


def upgrade() -> None:
    op.alter_column('users', 'new_status', nullable=False)


def downgrade() -> None:
    op.alter_column('users', 'new_status', nullable=True)
