"""{id}

Revision ID: a2
Revises: a1
Create Date: 2024-05-01 10:00:00.000000

"""
from alembic import op
import sqlalchemy as sa
{imports}
# revision identifiers, used by Alembic.
revision = 'a2'
down_revision = 'a1'
branch_labels = None
depends_on = None


def upgrade():
{upgrade}

def downgrade():
{downgrade}
