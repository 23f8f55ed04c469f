"""baseline existing database schema

The state of the database as of 2025-11-09. It marks the starting point for
migrations that Alembic manages.

Revision ID: b80c16c4db24
Revises: 
Create Date: 2025-11-09 08:43:07

"""
from alembic import op
import sqlalchemy as sa

# revision identifiers, used by Alembic
revision = 'b80c16c4db24'
down_revision = None
branch_labels = None
depends_on = None


def upgrade():
    """Nothing to do: the manual migrations 001 to 029 are considered already applied"""
    pass


def downgrade():
    """There is nothing below the baseline"""
    pass
