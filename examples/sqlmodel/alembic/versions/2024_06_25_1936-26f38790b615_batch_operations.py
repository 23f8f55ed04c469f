"""Batch operations

Revision ID: 26f38790b615
Revises: 15e2768fa504
Create Date: 2024-06-25 19:36:00

"""
from alembic import op
import sqlalchemy as sa


# revision identifiers
revision = '26f38790b615'
down_revision = '15e2768fa504'
branch_labels = None
depends_on = None


def upgrade() -> None:
    with op.batch_alter_table('post') as batch_op:
        batch_op.add_column(sa.Column('summary', sa.String()))
        batch_op.alter_column('title', new_column_name='headline')

    with op.batch_alter_table('user', schema=None) as batch_op:
        batch_op.create_index(batch_op.f('ix_user_email'), ['email'], unique=True)


def downgrade() -> None:
    with op.batch_alter_table('user', schema=None) as batch_op:
        batch_op.drop_index(batch_op.f('ix_user_email'))

    with op.batch_alter_table('post') as batch_op:
        batch_op.drop_column('summary')
        batch_op.alter_column('headline', new_column_name='title')
