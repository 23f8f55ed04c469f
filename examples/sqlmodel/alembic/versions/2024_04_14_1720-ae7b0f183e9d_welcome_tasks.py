"""Welcome tasks

Revision ID: ae7b0f183e9d
Revises: 9d6afe072d8c
Create Date: 2024-04-14 17:20:00

"""
from alembic import op
import sqlalchemy as sa


# revision identifiers
revision = 'ae7b0f183e9d'
down_revision = '9d6afe072d8c'
branch_labels = None
depends_on = None


user = sa.table('user', sa.column('id', sa.Integer), sa.column('username', sa.String))
task = sa.table(
    'task',
    sa.column('title', sa.String),
    sa.column('description', sa.Text),
    sa.column('user_id', sa.Integer),
    sa.column('completed', sa.Boolean),
    sa.column('created_at', sa.DateTime),
)


def upgrade() -> None:
    # Create default task for each user
    op.execute(
        task.insert().from_select(
            ['title', 'description', 'user_id', 'completed', 'created_at'],
            sa.select(
                sa.literal('Welcome task for ') + user.c.username,
                sa.literal('Get started with the app'),
                user.c.id,
                sa.false(),
                sa.func.now(),
            ),
        )
    )


def downgrade() -> None:
    # Delete welcome tasks
    bind = op.get_bind()
    bind.execute(sa.delete(task).where(task.c.title.like('Welcome task for %')))
