"""merge

Revision ID: d4ddd
Revises: b2bbb, c3ccc
Create Date: 2024-05-01 10:00:00

"""

from alembic import op

revision = "d4ddd"
down_revision = ("b2bbb", "c3ccc")
branch_labels = None
depends_on = None


def upgrade():
    op.execute("SELECT 1")


def downgrade():
    pass
