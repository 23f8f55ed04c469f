"""index user email

Revision ID: d17be2503c9f
Revises: c4a90d7718be
Create Date: 2025-11-12 15:20:11

"""
from alembic import op
import sqlalchemy as sa

# revision identifiers, used by Alembic
revision = 'd17be2503c9f'
down_revision = 'c4a90d7718be'
branch_labels = None
depends_on = None


def upgrade():
    # Use CONCURRENTLY to avoid locking (requires raw SQL for PostgreSQL)
    op.execute("CREATE INDEX CONCURRENTLY idx_users_email ON users(email)")


def downgrade():
    op.drop_index('idx_users_email', table_name='users')
