"""{id}

Revision ID: a1
Revises: 
Create Date: 2024-05-01 10:00:00.000000

"""
from alembic import op
import sqlalchemy as sa
{imports}
# revision identifiers, used by Alembic.
revision = 'a1'
down_revision = None
branch_labels = None
depends_on = None


def upgrade():
{upgrade}

def downgrade():
{downgrade}
