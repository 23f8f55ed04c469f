"""Posts belong to users

Revision ID: 5f26bac3e948
Revises: 4e15a9b2d837
Create Date: 2024-02-29 15:55:00

"""
from alembic import op
import sqlalchemy as sa
import sqlmodel

# revision identifiers
revision = '5f26bac3e948'
down_revision = '4e15a9b2d837'
branch_labels = None
depends_on = None


def upgrade() -> None:
    op.create_table(
        'post',
        sa.Column('id', sa.Integer(), nullable=False),
        sa.Column('title', sqlmodel.sql.sqltypes.AutoString(length=200), nullable=False),
        sa.PrimaryKeyConstraint('id')
    )
    op.add_column(
        'post',
        sa.Column('user_id', sa.Integer(), nullable=True)
    )

    op.create_foreign_key(
        'fk_post_user_id',  # Constraint name
        'post',              # Source table
        'user',              # Referenced table
        ['user_id'],         # Source columns
        ['id'],              # Referenced columns
        ondelete='CASCADE'   # Optional: cascade delete
    )


def downgrade() -> None:
    op.drop_constraint('fk_post_user_id', 'post', type_='foreignkey')
    op.drop_column('post', 'user_id')
    op.drop_table('post')
