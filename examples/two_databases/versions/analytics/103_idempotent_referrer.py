"""Add the referrer unless it is there

Revision ID: 103_idempotent_referrer
Revises: 102_restore_events
Create Date: 2025-02-16 12:00:00.000000

"""
from alembic import op
import sqlalchemy as sa
from sqlalchemy.dialects import postgresql

# revision identifiers, used by Alembic
revision = '103_idempotent_referrer'
down_revision = '102_restore_events'
branch_labels = None
depends_on = None


def has_column(table: str, column: str) -> bool:
    inspector = sa.inspect(op.get_bind())
    return column in {c['name'] for c in inspector.get_columns(table)}


def upgrade() -> None:
    """Can be run more than once."""
    inspector = sa.inspect(op.get_bind())
    if 'referrers' not in inspector.get_table_names():
        op.create_table(
            'referrers',
            sa.Column('id', sa.Integer(), nullable=False),
            sa.Column('host', sa.String(255), nullable=False),
            sa.PrimaryKeyConstraint('id'),
            sa.UniqueConstraint('host'),
        )
    if not has_column('events', 'referrer_id'):
        op.add_column('events', sa.Column('referrer_id', sa.Integer(), nullable=True))
        op.create_foreign_key(None, 'events', 'referrers', ['referrer_id'], ['id'])
    if has_column('events', 'tags'):
        op.drop_column('events', 'tags')
    existing = {index['name'] for index in inspector.get_indexes('events')}
    if 'ix_events_referrer_id' not in existing:
        op.create_index('ix_events_referrer_id', 'events', ['referrer_id'])


def downgrade() -> None:
    if has_column('events', 'referrer_id'):
        op.drop_index('ix_events_referrer_id', table_name='events')
        op.drop_constraint('fk_events_referrer_id_referrers', 'events', type_='foreignkey')
        op.drop_column('events', 'referrer_id')
    if not has_column('events', 'tags'):
        op.add_column('events', sa.Column('tags', postgresql.ARRAY(sa.String(32)), nullable=True))
    op.drop_table('referrers')
