"""Status, phase 1: add column

Revision ID: 5f2c90e7ad16
Revises: e6041ac97b58
Create Date: 2024-04-02 18:00:12.904411+00:00

"""
from alembic import op
import sqlalchemy as sa

# revision identifiers
revision = '5f2c90e7ad16'
down_revision = 'e6041ac97b58'
branch_labels = None
depends_on = None


def upgrade():
    op.add_column('users', sa.Column('new_status', sa.String(20), nullable=True))

    # Another consumer reads a plain text; both are filled while old and new code run side by side
    op.add_column('users', sa.Column('status', sa.String(20)))
    op.execute("UPDATE users SET status = 'active' WHERE is_active = true")
    op.execute("UPDATE users SET status = 'inactive' WHERE is_active = false")


def downgrade():
    op.drop_column('users', 'status')
    op.drop_column('users', 'new_status')
