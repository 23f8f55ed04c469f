"""A column with a collation, in a table that is rebuilt"""
from alembic import op
import sqlalchemy as sa

revision = "r01"
down_revision = None


def upgrade():
    op.create_table(
        "people",
        sa.Column("id", sa.Integer(), primary_key=True),
        sa.Column("name", sa.String(8, collation="NOCASE"), nullable=False),
        sa.Column("age", sa.Integer()),
    )
    op.execute("INSERT INTO people (id, name) VALUES (1, 'Ada')")
    with op.batch_alter_table("people") as batch_op:
        batch_op.alter_column("age", existing_type=sa.Integer(), server_default="5")


def downgrade():
    op.drop_table("people")
