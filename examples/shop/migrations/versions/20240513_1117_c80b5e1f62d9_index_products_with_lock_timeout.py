"""Index products under a lock timeout

Revision ID: c80b5e1f62d9
Revises: 2d64f8b0a7c3
Create Date: 2024-05-13 11:17:26.000000+00:00

"""
from alembic import op
import sqlalchemy as sa

# revision identifiers
revision = 'c80b5e1f62d9'
down_revision = '2d64f8b0a7c3'
branch_labels = None
depends_on = None


def upgrade() -> None:
    # Set lock timeout for long operations
    op.execute("SET lock_timeout = '5min'")

    # Use concurrent operations when possible
    op.create_index(
        'ix_products_category_id',
        'products',
        ['category_id'],
        postgresql_concurrently=True
    )
    op.add_column('products', sa.Column('weight_grams', sa.Integer(), nullable=True))


def downgrade() -> None:
    op.drop_column('products', 'weight_grams')
    op.drop_index('ix_products_category_id', table_name='products', postgresql_concurrently=True)
