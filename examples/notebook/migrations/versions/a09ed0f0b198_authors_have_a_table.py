"""Authors have a table

Revision ID: a09ed0f0b198
Revises: a08dcfefa087
Create Date: 2024-03-08 10:00:00
"""
from alembic import op
import sqlalchemy as sa

revision = "a09ed0f0b198"
down_revision = "a08dcfefa087"
branch_labels = None
depends_on = None


def upgrade() -> None:
    op.create_table(
        "people",
        sa.Column("id", sa.Integer(), primary_key=True),
        sa.Column("name", sa.String(80), nullable=False, unique=True),
    )
    op.execute("INSERT INTO people (name) SELECT DISTINCT author FROM notes WHERE author IS NOT NULL ORDER BY author")
    op.add_column("notes", sa.Column("author_id", sa.Integer(), nullable=True))
    op.execute("UPDATE notes SET author_id = (SELECT id FROM people WHERE people.name = notes.author)")
    op.drop_column("notes", "author")


def downgrade() -> None:
    op.add_column("notes", sa.Column("author", sa.String(80), nullable=True))
    op.execute("UPDATE notes SET author = (SELECT name FROM people WHERE people.id = notes.author_id)")
    op.drop_column("notes", "author_id")
    op.drop_table("people")
