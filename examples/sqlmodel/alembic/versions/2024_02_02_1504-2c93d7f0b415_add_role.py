"""Add role

Revision ID: 2c93d7f0b415
Revises: 1b52e0c9a6d8
Create Date: 2024-02-02 15:04:00
Author: Mara Lindqvist  # Custom field
Ticket: TASK-118  # Custom field
"""
from alembic import op
import sqlalchemy as sa


# revision identifiers
revision = '2c93d7f0b415'
down_revision = '1b52e0c9a6d8'
branch_labels = None
depends_on = None


def upgrade() -> None:
    # Step 1: Add column as nullable
    op.add_column(
        'user',
        sa.Column('role', sa.String(50), nullable=True)
    )

    # Step 2: Set default value for existing rows
    op.execute("""UPDATE "user" SET role = 'user' WHERE role IS NULL""")

    # Step 3: Make column non-nullable
    op.alter_column('user', 'role', nullable=False)


def downgrade() -> None:
    op.drop_column('user', 'role')
