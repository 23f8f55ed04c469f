"""Names that say more

Revision ID: a10fe1a1c2a9
Revises: a09ed0f0b198
Create Date: 2024-04-15 10:00:00
"""
from alembic import op
import sqlalchemy as sa

revision = "a10fe1a1c2a9"
down_revision = "a09ed0f0b198"
branch_labels = None
depends_on = None


def upgrade() -> None:
    op.alter_column("attachments", "kind", new_column_name="media_type")
    op.rename_table("people", "authors")
    op.execute(sa.text("UPDATE tags SET colour = NULL WHERE colour = :grey").bindparams(grey="#808080"))


def downgrade() -> None:
    op.execute("UPDATE tags SET colour = '#' || substr('000000' || rowid, -6) WHERE colour IS NULL")
    op.rename_table("authors", "people")
    op.alter_column("attachments", "media_type", new_column_name="kind")
