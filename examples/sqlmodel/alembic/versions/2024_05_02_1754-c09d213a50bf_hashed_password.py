"""Move password to hashed password

Revision ID: c09d213a50bf
Revises: bf8c10294fae
Create Date: 2024-05-02 17:54:00

"""
from alembic import op
import sqlalchemy as sa


# revision identifiers
revision = 'c09d213a50bf'
down_revision = 'bf8c10294fae'
branch_labels = None
depends_on = None


def upgrade() -> None:
    # Copy data before dropping
    op.add_column('user', sa.Column('hashed_password', sa.String()))
    op.execute('UPDATE "user" SET hashed_password = password')
    op.drop_column('user', 'password')


def downgrade() -> None:
    op.add_column('user', sa.Column('password', sa.String()))
    op.execute('UPDATE "user" SET password = hashed_password')
    op.drop_column('user', 'hashed_password')
