"""Email, phase 2: backfill

Revision ID: e2bf435c72d1
Revises: d1ae324b61c0
Create Date: 2024-05-20 18:28:00

"""
from alembic import op
import sqlalchemy as sa


# revision identifiers
revision = 'e2bf435c72d1'
down_revision = 'd1ae324b61c0'
branch_labels = None
depends_on = None


# Phase 2: Backfill data
def upgrade() -> None:
    op.execute('UPDATE "user" SET new_email = email WHERE new_email IS NULL')


def downgrade() -> None:
    pass  # Not reversible
