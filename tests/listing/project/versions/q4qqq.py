"""blanks behind  

  indented

more

Revision ID: q4qqq
Revises: d4ddd
Create Date: 2024-05-01 10:00:00

"""

from alembic import op

revision = "q4qqq"
down_revision = "d4ddd"
branch_labels = None
depends_on = None


def upgrade():
    op.execute("SELECT 1")


def downgrade():
    pass
