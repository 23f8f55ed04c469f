"""Keep age as text

Revision ID: 4e15a9b2d837
Revises: 3d04f8a1c726
Create Date: 2024-02-20 15:38:00

"""
from alembic import op
import sqlalchemy as sa


# revision identifiers
revision = '4e15a9b2d837'
down_revision = '3d04f8a1c726'
branch_labels = None
depends_on = None


def upgrade() -> None:
    op.alter_column(
        'user',
        'age',
        type_=sa.String(3),
        postgresql_using='age::text'
    )


def downgrade() -> None:
    # PostgreSQL has no cast from text to integer that it would apply by itself
    op.alter_column(
        'user',
        'age',
        type_=sa.Integer(),
        postgresql_using='age::integer'
    )
