"""Create task table

Revision ID: 8c59edf61c7b
Revises: 7b48dce50b6a
Create Date: 2024-03-27 16:46:00

"""
from alembic import op
import sqlalchemy as sa


# revision identifiers
revision = '8c59edf61c7b'
down_revision = '7b48dce50b6a'
branch_labels = None
depends_on = None


def upgrade() -> None:
    op.create_table(
        'task',
        sa.Column('id', sa.Integer(), nullable=False),
        sa.Column('title', sa.String(200), nullable=False),
        sa.Column('description', sa.Text(), nullable=True),
        sa.Column('completed', sa.Boolean(), nullable=False, server_default='false'),
        sa.Column('user_id', sa.Integer(), nullable=False),
        sa.Column('created_at', sa.DateTime(), nullable=False),
        sa.ForeignKeyConstraint(['user_id'], ['user.id'], ondelete='CASCADE'),
        sa.PrimaryKeyConstraint('id')
    )
    op.create_index('idx_task_user_id', 'task', ['user_id'])


def downgrade() -> None:
    op.drop_index('idx_task_user_id', table_name='task')
    op.drop_table('task')
