"""What the revision before was

Revision ID: v03
Revises: v02
Create Date: 2024-01-03 00:00:00

"""
from alembic import op

revision = "v03"
down_revision = "v02"


def upgrade():
    before = op.get_context().script.get_revision("v02")
    op.execute(f"COMMENT ON VIEW customers IS '{before.revision} after {before.down_revision}: {before.doc}'")


def downgrade():
    op.execute("COMMENT ON VIEW customers IS NULL")
