"""third

Revision ID: c3ccc
Revises: a1aaa
Create Date: 2024-05-01 10:00:00

"""

from alembic import op

revision = "c3ccc"
down_revision = "a1aaa"
branch_labels = ("side",)
depends_on = None


def upgrade():
    op.execute("SELECT 1")


def downgrade():
    pass
