"""Restore events from the backup if there is one

Revision ID: 102_restore_events
Revises: 101_back_up_events
Create Date: 2025-02-09 12:00:00.000000

"""
from alembic import op
import sqlalchemy as sa

# revision identifiers, used by Alembic
revision = '102_restore_events'
down_revision = '101_back_up_events'
branch_labels = None
depends_on = None


def upgrade() -> None:
    """Restore from backup if needed."""
    connection = op.get_bind()

    # Check if backup exists
    result = connection.execute(sa.text("""
        SELECT EXISTS (
            SELECT FROM information_schema.tables
            WHERE table_name = 'events_backup'
        )
    """))

    if result.scalar():
        # Restore from backup
        connection.execute(sa.text("""
            INSERT INTO events (session_id, name, properties, tags, seconds)
            SELECT session_id, name, properties, tags, seconds FROM events_backup
            ON CONFLICT (session_id, name) DO NOTHING
        """))
        op.add_column('events_backup', sa.Column('restored_at', sa.DateTime(timezone=True), nullable=True))


def downgrade() -> None:
    op.execute("ALTER TABLE events_backup DROP COLUMN IF EXISTS restored_at")
