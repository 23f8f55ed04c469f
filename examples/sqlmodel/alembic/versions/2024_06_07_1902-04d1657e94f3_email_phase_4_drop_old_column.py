"""Email, phase 4: drop old column

Revision ID: 04d1657e94f3
Revises: f3c0546d83e2
Create Date: 2024-06-07 19:02:00

"""
from alembic import op
import sqlalchemy as sa


# revision identifiers
revision = '04d1657e94f3'
down_revision = 'f3c0546d83e2'
branch_labels = None
depends_on = None


# Phase 4: Drop old column; its indexes and its unique constraint go with it
def upgrade() -> None:
    op.drop_column('user', 'email')


def downgrade() -> None:
    op.add_column('user', sa.Column('email', sa.String(), nullable=True))
    op.execute('UPDATE "user" SET email = new_email')
    op.alter_column('user', 'email', nullable=False)
    op.create_index(op.f('ix_user_email'), 'user', ['email'], unique=True)
    op.create_index('idx_user_email_username', 'user', ['email', 'username'], unique=False)
    op.create_unique_constraint('uq_user_email', 'user', ['email'])
