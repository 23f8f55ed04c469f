"""

Revision ID: z3zzz
Revises: b2bbb
Create Date: 2024-05-01 10:00:00

"""

from alembic import op

revision = "z3zzz"
down_revision = "b2bbb"
branch_labels = None
depends_on = ("y2yyy",)


def upgrade():
    op.execute("SELECT 1")


def downgrade():
    pass
