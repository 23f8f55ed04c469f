"""Status, phase 3: backfill

Revision ID: b1d7f3096c4e
Revises: 5f2c90e7ad16
Create Date: 2024-04-09 18:02:55.018273+00:00

"""
from alembic import op
import sqlalchemy as sa
from sqlalchemy import text

# revision identifiers
revision = 'b1d7f3096c4e'
down_revision = '5f2c90e7ad16'
branch_labels = None
depends_on = None


def upgrade() -> None:
    connection = op.get_bind()
    connection.execute(text("""
        UPDATE users
        SET new_status = CASE
            WHEN old_status = 'A' THEN 'active'
            WHEN old_status = 'I' THEN 'inactive'
            ELSE 'unknown'
        END
        WHERE new_status IS NULL
    """))


def downgrade() -> None:
    pass  # the old column still holds the truth
