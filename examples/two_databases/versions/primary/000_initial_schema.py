"""Initial schema

Revision ID: 000_initial_schema
Revises: 
Create Date: 2025-01-13 17:30:00.000000

"""
from alembic import op
import sqlalchemy as sa

# revision identifiers, used by Alembic
revision = '000_initial_schema'
down_revision = None
branch_labels = None
depends_on = None


def upgrade() -> None:
    """Apply migration."""
    op.create_table(
        'users',
        sa.Column('id', sa.Integer(), nullable=False),
        sa.Column('username', sa.String(80), nullable=False),
        sa.Column('created_at', sa.DateTime(), nullable=False),
        sa.Column('updated_at', sa.DateTime(), nullable=False),
        sa.PrimaryKeyConstraint('id'),
        sa.UniqueConstraint('username'),
    )
    op.create_table(
        'gateway_endpoints',
        sa.Column('id', sa.Integer(), nullable=False),
        sa.Column('path', sa.String(255), nullable=False, index=True),
        sa.Column('timeout_ms', sa.Integer(), server_default=sa.text('3000'), nullable=False),
        sa.Column('method', sa.String(8), nullable=False),
        sa.Column('owner_id', sa.Integer(), sa.ForeignKey('users.id', ondelete='SET NULL'), nullable=True),
        sa.PrimaryKeyConstraint('id'),
        sa.CheckConstraint("method IN ('GET', 'POST', 'PUT', 'DELETE')", name='method'),
    )


def downgrade() -> None:
    """Revert migration."""
    op.drop_table('gateway_endpoints')
    op.drop_table('users')
