"""message for {id}: é %

Revision ID: {id}
Revises: {revises}
Create Date: 2024-05-01 10:00:00.000000

"""
from typing import Sequence, Union

from alembic import op
import sqlalchemy as sa


# revision identifiers, used by Alembic.
revision: str = '{id}'
down_revision: Union[str, Sequence[str], None] = {down_revision}
branch_labels: Union[str, Sequence[str], None] = {branch_labels}
depends_on: Union[str, Sequence[str], None] = {depends_on}


def upgrade() -> None:
    """Upgrade schema."""
    op.execute("UP {id}")


def downgrade() -> None:
    """Downgrade schema."""
    op.execute("DOWN {id}")
