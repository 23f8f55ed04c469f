"""Colours may repeat

Revision ID: a08dcfefa087
Revises: a07cbede8f76
Create Date: 2024-03-01 10:00:00
"""
from alembic import op
import sqlalchemy as sa

from notebook.schema import NAMES

revision = "a08dcfefa087"
down_revision = "a07cbede8f76"
branch_labels = None
depends_on = None


def upgrade() -> None:
    # An index on an expression can't be read from the database, so the batch would lose it.
    op.drop_index("ix_tags_lower", table_name="tags")
    with op.batch_alter_table("tags", naming_convention=NAMES) as batch_op:
        batch_op.drop_constraint("uq_tags_colour", type_="unique")
        batch_op.alter_column("colour", existing_type=sa.String(7), nullable=True)
    op.create_index("ix_tags_lower", "tags", [sa.text("lower(name)"), sa.column("colour").desc()])


def downgrade() -> None:
    op.drop_index("ix_tags_lower", table_name="tags")
    with op.batch_alter_table("tags", naming_convention=NAMES) as batch_op:
        batch_op.alter_column("colour", existing_type=sa.String(7), nullable=False)
        batch_op.create_unique_constraint("uq_tags_colour", ["colour"])
    op.create_index("ix_tags_lower", "tags", [sa.text("lower(name)"), sa.column("colour").desc()])
