"""Activate users

Revision ID: 9d6afe072d8c
Revises: 8c59edf61c7b
Create Date: 2024-04-05 17:03:00

"""
from alembic import op
import sqlalchemy as sa
from sqlalchemy import text

# revision identifiers
revision = '9d6afe072d8c'
down_revision = '8c59edf61c7b'
branch_labels = None
depends_on = None


def upgrade() -> None:
    # Update data
    op.execute(
        text("""UPDATE "user" SET is_active = true WHERE is_active IS NULL""")
    )


def downgrade() -> None:
    # Revert data (if possible)
    op.execute(
        text("""UPDATE "user" SET is_active = NULL WHERE is_active = true""")
    )
