"""Times, counts and a view of open notes

Revision ID: a04f8bab5c43
Revises: a03e7a9f4b32
Create Date: 2024-02-01 10:00:00
"""
from alembic import op
import sqlalchemy as sa

revision = "a04f8bab5c43"
down_revision = "a03e7a9f4b32"
branch_labels = None
depends_on = None


TOUCH = """
    CREATE TRIGGER notes_touch AFTER UPDATE OF title, body ON notes
    BEGIN
        UPDATE notes SET touched_at = '2024-02-02 00:00:00' WHERE id = NEW.id;
    END
"""

COUNT = """
    CREATE TRIGGER notes_count AFTER INSERT ON notes
    BEGIN
        UPDATE notebooks SET note_count = note_count + 1 WHERE id = NEW.notebook_id;
    END
"""


def upgrade() -> None:
    op.add_column("notes", sa.Column("touched_at", sa.DateTime(), nullable=True))
    op.add_column("notebooks", sa.Column("note_count", sa.Integer(), server_default=sa.text("0"), nullable=False))
    op.execute("UPDATE notebooks SET note_count = (SELECT count(*) FROM notes WHERE notes.notebook_id = notebooks.id)")
    op.execute(TOUCH)
    op.execute(COUNT)
    op.execute("CREATE VIEW open_notes AS SELECT id, title, notebook_id FROM notes WHERE NOT archived")


def downgrade() -> None:
    op.execute("DROP VIEW open_notes")
    op.execute("DROP TRIGGER notes_count")
    op.execute("DROP TRIGGER notes_touch")
    op.drop_column("notebooks", "note_count")
    op.drop_column("notes", "touched_at")
