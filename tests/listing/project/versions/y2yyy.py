"""depends on another branch

Revision ID: y2yyy
Revises: x1xxx
Create Date: 2024-05-01 10:00:00

"""

from alembic import op

revision = "y2yyy"
down_revision = "x1xxx"
branch_labels = None
depends_on = "c3ccc"


def upgrade():
    op.execute("SELECT 1")


def downgrade():
    pass
