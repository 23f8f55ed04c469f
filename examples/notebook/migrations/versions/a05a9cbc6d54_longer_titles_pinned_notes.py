"""Longer titles, pinned notes

Revision ID: a05a9cbc6d54
Revises: a04f8bab5c43
Create Date: 2024-02-08 10:00:00
"""
from alembic import op
import sqlalchemy as sa

revision = "a05a9cbc6d54"
down_revision = "a04f8bab5c43"
branch_labels = None
depends_on = None


# As they stand; a batch drops the table they hang on, and they with it.
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


def hang_down() -> None:
    op.execute("DROP VIEW open_notes")
    op.execute("DROP TRIGGER notes_count")
    op.execute("DROP TRIGGER notes_touch")


def hang_up() -> None:
    op.execute(TOUCH)
    op.execute(COUNT)
    op.execute("CREATE VIEW open_notes AS SELECT id, title, notebook_id FROM notes WHERE NOT archived")


def upgrade() -> None:
    hang_down()
    with op.batch_alter_table("notes") as batch_op:
        batch_op.alter_column("title", existing_type=sa.String(200), type_=sa.Text(), existing_server_default="Untitled")
        batch_op.alter_column("body", server_default="", existing_type=sa.Text())
        batch_op.add_column(sa.Column("pinned", sa.Integer(), server_default="0", nullable=False))
        batch_op.create_check_constraint("ck_notes_pinned", "pinned IN (0, 1)")
    hang_up()
    op.execute("UPDATE notes SET body = '' WHERE body IS NULL")


def downgrade() -> None:
    hang_down()
    with op.batch_alter_table("notes") as batch_op:
        batch_op.drop_constraint("ck_notes_pinned", type_="check")
        batch_op.drop_column("pinned")
        batch_op.alter_column("body", server_default=None, existing_type=sa.Text())
        batch_op.alter_column("title", existing_type=sa.Text(), type_=sa.String(200))
    hang_up()
