"""Status, phase 6: remove old column

Revision ID: f9a36d18e205
Revises: 08e5c4b2d9f1
Create Date: 2024-04-30 18:03:31.777000+00:00

"""
from alembic import op
import sqlalchemy as sa

# revision identifiers
revision = 'f9a36d18e205'
down_revision = '08e5c4b2d9f1'
branch_labels = None
depends_on = None


def upgrade() -> None:
    op.drop_column('users', 'old_status')


def downgrade() -> None:
    op.add_column('users', sa.Column('old_status', sa.String(1), nullable=True))
    op.execute("""
        UPDATE users
        SET old_status = CASE new_status WHEN 'active' THEN 'A' WHEN 'inactive' THEN 'I' END
    """)
