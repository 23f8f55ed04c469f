"""Notes stand in notebooks

Revision ID: a02d6f8e3a21
Revises: a01c5e7d2f10
Create Date: 2024-01-15 10:00:00
"""
from alembic import op
import sqlalchemy as sa

revision = "a02d6f8e3a21"
down_revision = "a01c5e7d2f10"
branch_labels = None
depends_on = None


inbox = sa.table("notebooks", sa.column("id", sa.Integer), sa.column("title", sa.String))


def upgrade() -> None:
    op.bulk_insert(inbox, [{"id": 1, "title": "Inbox"}, {"id": 2, "title": "It's \"done\""}])
    with op.batch_alter_table("notes") as batch_op:
        batch_op.add_column(sa.Column("notebook_id", sa.Integer(), server_default="1", nullable=False))
        batch_op.add_column(sa.Column("archived", sa.Boolean(), server_default=sa.false(), nullable=False))
        batch_op.create_foreign_key("fk_notes_notebook", "notebooks", ["notebook_id"], ["id"], ondelete="RESTRICT")


def downgrade() -> None:
    with op.batch_alter_table("notes") as batch_op:
        batch_op.drop_constraint("fk_notes_notebook", type_="foreignkey")
        batch_op.drop_column("archived")
        batch_op.drop_column("notebook_id")
    op.execute(inbox.delete().where(inbox.c.id.in_([1, 2])))
