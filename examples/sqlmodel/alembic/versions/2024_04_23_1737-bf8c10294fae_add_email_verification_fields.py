"""Add email verification fields

Revision ID: bf8c10294fae
Revises: ae7b0f183e9d
Create Date: 2024-04-23 17:37:00
Author: Mara Lindqvist  # Custom field
Ticket: TASK-164  # Custom field
"""
from alembic import op
import sqlalchemy as sa
from sqlalchemy import text

# revision identifiers
revision = 'bf8c10294fae'
down_revision = 'ae7b0f183e9d'
branch_labels = None
depends_on = None


def upgrade() -> None:
    op.add_column('user', sa.Column('email_verified', sa.Boolean()))
    op.add_column('user', sa.Column('email_verified_at', sa.DateTime()))

    # Process in batches to avoid locking large tables
    batch_size = 1000
    for _ in range(3):
        op.execute(
            text(f"""
                UPDATE "user"
                SET email_verified = false
                WHERE email_verified IS NULL
                AND id IN (
                    SELECT id FROM "user"
                    WHERE email_verified IS NULL
                    ORDER BY id
                    LIMIT {batch_size}
                )
            """)
        )
    op.execute(text("""UPDATE "user" SET email_verified = false WHERE email_verified IS NULL"""))


def downgrade() -> None:
    op.drop_column('user', 'email_verified_at')
    op.drop_column('user', 'email_verified')
