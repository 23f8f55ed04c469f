"""first

Revision ID: a1aaa
Revises: 
Create Date: 2024-05-01 10:00:00

"""

from alembic import op

revision = "a1aaa"
down_revision = None
branch_labels = None
depends_on = None


def upgrade():
    op.execute("SELECT 1")


def downgrade():
    pass
