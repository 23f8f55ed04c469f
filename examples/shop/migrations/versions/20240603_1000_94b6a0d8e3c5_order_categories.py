"""Order categories by position

Revision ID: 94b6a0d8e3c5
Revises: e50d92c7a1f8
Create Date: 2024-06-03 10:00:45.120000+00:00

"""
from alembic import op
import sqlalchemy as sa

# revision identifiers
revision = '94b6a0d8e3c5'
down_revision = 'e50d92c7a1f8'
branch_labels = None
depends_on = None

categories = sa.table(
    'categories',
    sa.column('id', sa.Integer),
    sa.column('name', sa.String),
    sa.column('position', sa.Integer),
)


def upgrade() -> None:
    op.add_column('categories', sa.Column('position', sa.Integer(), nullable=True))
    op.bulk_insert(
        categories,
        [
            {'name': 'Gift cards', 'position': 10},
            {'name': "Children's books", 'position': 20},
            {'name': 'Second hand', 'position': 30},
        ],
    )
    op.execute(
        categories.update()
        .where(categories.c.position == None)  # noqa: E711
        .values(position=0)
    )
    op.alter_column('categories', 'position', existing_type=sa.Integer(), nullable=False, server_default='0')


def downgrade() -> None:
    op.execute(
        sa.delete(categories).where(categories.c.name.in_(['Gift cards', "Children's books", 'Second hand']))
    )
    op.drop_column('categories', 'position')
