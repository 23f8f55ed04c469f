"""Notebooks have a position

Revision ID: a06badcd7e65
Revises: a05a9cbc6d54
Create Date: 2024-02-15 10:00:00
"""
from alembic import op
import sqlalchemy as sa

revision = "a06badcd7e65"
down_revision = "a05a9cbc6d54"
branch_labels = None
depends_on = None


COUNT = """
    CREATE TRIGGER notes_count AFTER INSERT ON notes
    BEGIN
        UPDATE notebooks SET note_count = note_count + 1 WHERE id = NEW.notebook_id;
    END
"""


def upgrade() -> None:
    # It stands on another table, but names this one, which is gone for a moment.
    op.execute("DROP TRIGGER notes_count")
    with op.batch_alter_table("notebooks", table_kwargs={"sqlite_autoincrement": True}) as batch_op:
        batch_op.add_column(sa.Column("position", sa.Float(), nullable=True))
        batch_op.alter_column("title", existing_type=sa.String(80), type_=sa.String(120))
    op.execute(COUNT)
    op.execute("UPDATE notebooks SET position = id * 1.5")


def downgrade() -> None:
    op.execute("DROP TRIGGER notes_count")
    with op.batch_alter_table("notebooks", table_kwargs={"sqlite_autoincrement": True}) as batch_op:
        batch_op.alter_column("title", existing_type=sa.String(120), type_=sa.String(80))
        batch_op.drop_column("position")
    op.execute(COUNT)
