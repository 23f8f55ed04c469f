"""Index orders by customer and status

Revision ID: 2d64f8b0a7c3
Revises: f9a36d18e205
Create Date: 2024-05-06 09:30:00.250000+00:00

"""
from alembic import op
import sqlalchemy as sa

# revision identifiers
revision = '2d64f8b0a7c3'
down_revision = 'f9a36d18e205'
branch_labels = None
depends_on = None


def upgrade() -> None:
    # Create index concurrently to avoid locking
    op.create_index(
        'ix_orders_customer_id_status',
        'orders',
        ['customer_id', 'status'],
        postgresql_concurrently=True
    )


def downgrade() -> None:
    op.drop_index('ix_orders_customer_id_status')
