"""other base

Revision ID: x1xxx
Revises: 
Create Date: 2024-05-01 10:00:00

"""

from alembic import op

revision = "x1xxx"
down_revision = None
branch_labels = ("other",)
depends_on = None


def upgrade():
    op.execute("SELECT 1")


def downgrade():
    pass
