"""Its name

Revision ID: a02
Revises: a01
Create Date: 2024-01-02 00:00:00

"""
import sqlalchemy as sa
from alembic import op

revision = "a02"
down_revision = "a01"


def upgrade():
    op.add_column("things", sa.Column("name", sa.String(20)))
    with op.get_context().autocommit_block():
        op.execute("COMMENT ON TABLE things IS 'all of them'")


def downgrade():
    op.drop_column("things", "name")
