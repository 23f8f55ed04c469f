"""Events and sessions

Revision ID: 100_initial_schema
Revises: 
Create Date: 2025-02-01 12:00:00.000000

"""
from alembic import op
import sqlalchemy as sa
from sqlalchemy.dialects import postgresql

# revision identifiers, used by Alembic
revision = '100_initial_schema'
down_revision = None
branch_labels = None
depends_on = None


def upgrade() -> None:
    op.create_table(
        'sessions',
        sa.Column('id', sa.Uuid(), nullable=False),
        sa.Column('user_agent', sa.Text(), nullable=True),
        sa.Column('started_at', sa.DateTime(timezone=True), server_default=sa.func.now(), nullable=False),
        sa.PrimaryKeyConstraint('id'),
    )
    op.create_table(
        'events',
        sa.Column('id', sa.BigInteger(), sa.Identity(always=True), nullable=False),
        sa.Column('session_id', sa.Uuid(), nullable=False),
        sa.Column('name', sa.String(64), nullable=False),
        sa.Column('properties', postgresql.JSONB(astext_type=sa.Text()), server_default=sa.text("'{}'::jsonb"), nullable=False),
        sa.Column('tags', postgresql.ARRAY(sa.String(32)), nullable=True),
        sa.Column('seconds', sa.Integer(), nullable=True),
        sa.Column('minutes', sa.Integer(), sa.Computed('seconds / 60', persisted=True), nullable=True),
        sa.PrimaryKeyConstraint('id'),
        sa.ForeignKeyConstraint(['session_id'], ['sessions.id']),
        sa.UniqueConstraint('session_id', 'name'),
    )
    op.create_index(None, 'events', ['name'])
    op.create_index('ix_events_properties', 'events', ['properties'], postgresql_using='gin')


def downgrade() -> None:
    op.drop_table('events')
    op.drop_table('sessions')
