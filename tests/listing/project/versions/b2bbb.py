"""second
with two lines

Revision ID: b2bbb
Revises: a1aaa
Create Date: 2024-05-01 10:00:00

"""

from alembic import op

revision = "b2bbb"
down_revision = "a1aaa"
branch_labels = None
depends_on = None


def upgrade():
    op.execute("SELECT 1")


def downgrade():
    pass
