"""Fill order channel

Revision ID: 90ac8ef7d614
Revises: 4e90b7d3152c
Create Date: 2024-02-26 07:05:30.112233+00:00

"""
from alembic import op
import sqlalchemy as sa
from sqlalchemy import text

# revision identifiers
revision = '90ac8ef7d614'
down_revision = '4e90b7d3152c'
branch_labels = None
depends_on = None


def upgrade() -> None:
    # For large tables, add column as nullable first
    op.add_column('orders', sa.Column('channel', sa.String(20), nullable=True))

    # Then fill it, oldest rows first, so that a failure can be resumed
    connection = op.get_bind()
    batch_size = 1000
    for year in range(2021, 2024):
        connection.execute(
            text(f"""
                UPDATE orders
                SET channel = 'web'
                WHERE channel IS NULL
                AND id IN (
                    SELECT id FROM orders
                    WHERE channel IS NULL AND created_at < '{year}-01-01'
                    ORDER BY id
                    LIMIT {batch_size}
                )
            """)
        )
    connection.execute(text("UPDATE orders SET channel = 'web' WHERE channel IS NULL"))

    # Make column non-nullable after all data is migrated
    op.alter_column('orders', 'channel', nullable=False)


def downgrade() -> None:
    op.drop_column('orders', 'channel')
