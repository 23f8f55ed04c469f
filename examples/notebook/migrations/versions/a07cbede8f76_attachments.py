"""Attachments

Revision ID: a07cbede8f76
Revises: a06badcd7e65
Create Date: 2024-03-22 10:00:00
"""
from alembic import op
import sqlalchemy as sa

revision = "a07cbede8f76"
down_revision = "a06badcd7e65"
branch_labels = None
depends_on = None


def upgrade() -> None:
    op.create_table(
        "attachments",
        sa.Column("id", sa.Integer(), primary_key=True),
        sa.Column("note_id", sa.Integer(), sa.ForeignKey("notes.id", ondelete="CASCADE"), nullable=False),
        sa.Column("bytes", sa.LargeBinary(), nullable=True),
        sa.Column("width", sa.Integer(), nullable=True),
        sa.Column("height", sa.Integer(), nullable=True),
    )
    with op.batch_alter_table("attachments", recreate="always") as batch_op:
        batch_op.add_column(sa.Column("kind", sa.String(20), server_default="image", nullable=False), insert_after="note_id")
        batch_op.add_column(sa.Column("details", sa.JSON(), nullable=True), insert_before="width")
    # Last, since a batch would copy values into it.
    op.add_column("attachments", sa.Column("pixels", sa.Integer(), sa.Computed("width * height", persisted=False), nullable=True))


def downgrade() -> None:
    op.drop_table("attachments")
