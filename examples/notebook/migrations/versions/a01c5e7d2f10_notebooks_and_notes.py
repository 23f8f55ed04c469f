"""Notebooks and notes

Revision ID: a01c5e7d2f10
Revises: 
Create Date: 2024-01-08 10:00:00
"""
from alembic import op
import sqlalchemy as sa

revision = "a01c5e7d2f10"
down_revision = None
branch_labels = None
depends_on = None


def upgrade() -> None:
    op.create_table(
        "notebooks",
        sa.Column("id", sa.Integer(), nullable=False),
        sa.Column("title", sa.String(80), nullable=False),
        sa.Column("parent_id", sa.Integer(), nullable=True),
        sa.PrimaryKeyConstraint("id"),
        sa.ForeignKeyConstraint(["parent_id"], ["notebooks.id"], name="fk_notebooks_parent", ondelete="CASCADE"),
        sqlite_autoincrement=True,
    )
    op.create_table(
        "notes",
        sa.Column("id", sa.Integer(), primary_key=True),
        sa.Column("slug", sa.String(60), nullable=False),
        sa.Column("title", sa.String(200), server_default="Untitled", nullable=False),
        sa.Column("body", sa.Text(), nullable=True),
        sa.Column("author", sa.String(80), nullable=True),
        sa.Column("created_at", sa.DateTime(), server_default=sa.func.now(), nullable=False),
        sa.CheckConstraint("length(slug) > 0", name="ck_notes_slug"),
        sa.UniqueConstraint("slug", name="uq_notes_slug"),
    )
    op.create_table(
        "tags",
        sa.Column("name", sa.String(30), nullable=False),
        sa.Column("colour", sa.String(7), server_default=sa.text("'#808080'"), nullable=False),
        sa.PrimaryKeyConstraint("name"),
        sa.UniqueConstraint("colour"),
    )
    op.create_table(
        "note_tags",
        sa.Column("note_id", sa.Integer(), nullable=False),
        sa.Column("tag", sa.String(30), nullable=False),
        sa.PrimaryKeyConstraint("note_id", "tag", sqlite_on_conflict="IGNORE"),
        sa.ForeignKeyConstraint(["note_id"], ["notes.id"], ondelete="CASCADE"),
        sa.ForeignKeyConstraint(["tag"], ["tags.name"], onupdate="CASCADE"),
        sqlite_with_rowid=False,
    )


def downgrade() -> None:
    op.drop_table("note_tags")
    op.drop_table("tags")
    op.drop_table("notes")
    op.drop_table("notebooks")
