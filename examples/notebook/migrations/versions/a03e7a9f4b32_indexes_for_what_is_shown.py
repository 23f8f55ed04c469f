"""Indexes for what is shown

Revision ID: a03e7a9f4b32
Revises: a02d6f8e3a21
Create Date: 2024-01-22 10:00:00
"""
from alembic import op
import sqlalchemy as sa

revision = "a03e7a9f4b32"
down_revision = "a02d6f8e3a21"
branch_labels = None
depends_on = None


def upgrade() -> None:
    with op.batch_alter_table("notes") as batch_op:
        batch_op.create_index("ix_notes_notebook_id", ["notebook_id"])
    op.create_index("ix_notes_open", "notes", ["created_at"], sqlite_where=sa.text("archived = 0"))
    op.create_index("uq_notebooks_top", "notebooks", ["title"], unique=True, sqlite_where=sa.text("parent_id IS NULL"))
    op.create_index("ix_tags_lower", "tags", [sa.text("lower(name)"), sa.column("colour").desc()])


def downgrade() -> None:
    op.drop_index("ix_tags_lower", table_name="tags")
    op.drop_index("uq_notebooks_top", table_name="notebooks")
    op.drop_index("ix_notes_open", table_name="notes")
    with op.batch_alter_table("notes") as batch_op:
        batch_op.drop_index("ix_notes_notebook_id")
