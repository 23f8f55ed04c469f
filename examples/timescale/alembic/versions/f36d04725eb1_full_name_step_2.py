"""full name, step 2: remove the old column

Runs after the release that reads full_name alone is deployed everywhere.

Revision ID: f36d04725eb1
Revises: e25cf3614da0
Create Date: 2025-12-04 10:00:00

"""
from alembic import op
import sqlalchemy as sa

# revision identifiers, used by Alembic
revision = 'f36d04725eb1'
down_revision = 'e25cf3614da0'
branch_labels = None
depends_on = None


def upgrade():
    op.drop_column('users', 'first_name')


def downgrade():
    op.add_column('users', sa.Column('first_name', sa.String(255)))
    op.execute("UPDATE users SET first_name = full_name")
