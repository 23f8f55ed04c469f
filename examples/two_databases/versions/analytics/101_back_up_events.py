"""Back up events

Revision ID: 101_back_up_events
Revises: 100_initial_schema
Create Date: 2025-02-08 12:00:00.000000

"""
from alembic import op
import sqlalchemy as sa

# revision identifiers, used by Alembic
revision = '101_back_up_events'
down_revision = '100_initial_schema'
branch_labels = None
depends_on = None


def upgrade() -> None:
    """A copy to restore from while the table is being reshaped."""
    connection = op.get_bind()
    connection.execute(sa.text("""
        CREATE TABLE events_backup AS
        SELECT * FROM events
    """))
    op.create_table_comment('events_backup', 'to be dropped when the new shape has proved itself')


def downgrade() -> None:
    op.execute("DROP TABLE IF EXISTS events_backup")
