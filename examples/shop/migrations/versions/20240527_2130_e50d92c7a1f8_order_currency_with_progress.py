"""Order currency, with progress

Revision ID: e50d92c7a1f8
Revises: 713fe0a4b9d6
Create Date: 2024-05-27 21:30:00.499000+00:00

"""
import time

from alembic import op
import sqlalchemy as sa
from sqlalchemy import text

# revision identifiers
revision = 'e50d92c7a1f8'
down_revision = '713fe0a4b9d6'
branch_labels = None
depends_on = None


def upgrade() -> None:
    start_time = time.time()

    print("Starting large table migration...")

    # Perform migration
    op.add_column('orders', sa.Column('currency', sa.String(3), server_default='EUR', nullable=True))

    connection = op.get_bind()
    months = [f"2024-{month:02d}-01" for month in range(1, 5)]
    for done, month in enumerate(months, start=1):
        connection.execute(text(f"""
            UPDATE orders
            SET currency = 'EUR'
            WHERE currency IS NULL
            AND created_at < DATE '{month}'
        """))
        progress = (done / len(months)) * 100
        print(f"Progress: {progress:.1f}% ({done}/{len(months)})")

    elapsed = time.time() - start_time
    print(f"Migration completed in {elapsed:.2f} seconds")


def downgrade() -> None:
    op.drop_column('orders', 'currency')
