"""What an inspector says of keys and indexes while they come and go."""
import sqlalchemy as sa
from alembic import op

revision = "c04"
down_revision = "c03"


def told(bind, table, what):
    inspector = sa.inspect(bind)
    indexes = ["%s(%s)%s" % (one["name"], ",".join(one["column_names"]), one["unique"] and "!" or "") for one in inspector.get_indexes(table)]
    uniques = ["%s(%s)" % (one["name"], ",".join(one["column_names"])) for one in inspector.get_unique_constraints(table)]
    keys = ["%s(%s)" % (one["name"], ",".join(one["constrained_columns"])) for one in inspector.get_foreign_keys(table)]
    primary = ",".join(inspector.get_pk_constraint(table)["constrained_columns"])
    answer = "%s / %s / %s / %s" % (sorted(indexes), sorted(uniques), sorted(keys), primary)
    op.execute("INSERT INTO answers (question, answer) VALUES ('%s', '%s')" % (what, answer.replace("'", "")))


def upgrade():
    bind = op.get_bind()
    mysql = bind.dialect.name in ("mysql", "mariadb")
    for table in ("owners", "things", "kept"):
        told(bind, table, table)
    op.create_table(
        "keyed",
        sa.Column("id", sa.Integer(), autoincrement=False, nullable=False),
        sa.Column("a", sa.Integer(), sa.ForeignKey("owners.id"), nullable=True),
        sa.Column("b", sa.Integer(), sa.ForeignKey("owners.id", name="fk_keyed_b"), nullable=True),
        sa.Column("c", sa.Integer(), nullable=True, unique=True),
        sa.Column("d", sa.Integer(), nullable=True),
        sa.PrimaryKeyConstraint("id", name="pk_keyed"),
        sa.UniqueConstraint("b", "d", name="uq_keyed_b_d"),
    )
    told(bind, "keyed", "keyed")
    op.create_index("ix_keyed_a_d", "keyed", ["a", "d"])
    told(bind, "keyed", "keyed with an index that serves a foreign key")
    op.create_foreign_key("fk_keyed_d", "keyed", "owners", ["d"], ["id"])
    told(bind, "keyed", "keyed with one more foreign key")
    op.drop_constraint("fk_keyed_d", "keyed", type_="foreignkey")
    told(bind, "keyed", "keyed without it")
    op.create_unique_constraint("uq_keyed_d", "keyed", ["d"])
    told(bind, "keyed", "keyed with a unique constraint")
    op.drop_constraint("uq_keyed_d", "keyed", type_="unique")
    told(bind, "keyed", "keyed without that")
    if mysql:
        op.drop_index("c", "keyed")
        told(bind, "keyed", "keyed without the index of a constraint")
        op.create_index("ux_keyed_c", "keyed", ["c"], unique=True)
        op.drop_constraint("ux_keyed_c", "keyed", type_="unique")
        op.drop_constraint("PRIMARY", "keyed", type_="primary")
        told(bind, "keyed", "keyed without a primary key")


def downgrade():
    op.drop_table("keyed")
    op.execute("DELETE FROM answers")
