"""Things to ask about."""
import sqlalchemy as sa
from alembic import op

revision = "c01"
down_revision = None


def upgrade():
    op.create_table(
        "owners",
        sa.Column("id", sa.Integer(), nullable=False),
        sa.Column("region", sa.Integer(), nullable=False),
        sa.Column("code", sa.String(20), nullable=False),
        sa.Column("note", sa.String(20), nullable=True),
        sa.Column("mood", sa.Enum("sad", "ok", name="mood"), nullable=True),
        sa.PrimaryKeyConstraint("id", name="pk_owners"),
        sa.UniqueConstraint("code", name="uq_owners_code"),
        sa.UniqueConstraint("id", "region", name="uq_owners_both"),
    )
    op.create_table(
        "things",
        sa.Column("id", sa.Integer(), nullable=False),
        sa.Column("owner_id", sa.Integer(), nullable=True),
        sa.Column("region", sa.Integer(), nullable=True),
        sa.Column("keeper_id", sa.Integer(), nullable=True),
        sa.Column("size", sa.Integer(), nullable=True),
        sa.PrimaryKeyConstraint("id", name="pk_things"),
        sa.ForeignKeyConstraint(["keeper_id"], ["owners.id"], name="fk_things_keeper"),
        sa.ForeignKeyConstraint(["owner_id", "region"], ["owners.id", "owners.region"], name="fk_things_owner"),
        sa.CheckConstraint("size > 0", name="ck_things_size"),
    )
    op.create_index("ix_things_size", "things", ["size"])
    op.create_index("ux_things_size_keeper", "things", ["size", "keeper_id"], unique=True)
    op.create_table("answers", sa.Column("question", sa.Text()), sa.Column("answer", sa.Text()))


def downgrade():
    for table in ("answers", "things", "owners"):
        op.drop_table(table)
    sa.Enum(name="mood").drop(op.get_bind())
