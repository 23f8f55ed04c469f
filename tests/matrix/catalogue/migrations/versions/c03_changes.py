"""Changes, and what the database says of itself then."""
import sqlalchemy as sa
from alembic import op

revision = "c03"
down_revision = "c02"

QUESTIONS = {
    "postgresql": """
SELECT typname FROM pg_type WHERE typname IN ('mood')
SELECT typname FROM pg_type WHERE typname = 'mood_before'
SELECT enumlabel FROM pg_enum WHERE enumtypid = 'mood'::regtype AND enumlabel NOT IN ('sad', 'ok')
SELECT conname FROM pg_constraint WHERE conname = 'fk_things_keeper' AND conrelid = 'things'::regclass
SELECT to_regclass('ix_things_size') IS NULL
SELECT EXISTS (SELECT 1 FROM information_schema.columns WHERE table_name = 'things' AND column_name = 'width')
""",
    "mariadb": """
SELECT constraint_name FROM information_schema.table_constraints WHERE table_schema = DATABASE() AND table_name = 'things' AND constraint_name = 'fk_things_keeper'
SELECT constraint_name FROM information_schema.key_column_usage WHERE table_schema = DATABASE() AND table_name = 'things' AND column_name = 'keeper_id' AND referenced_table_name IS NOT NULL
SELECT COUNT(*) FROM information_schema.columns WHERE table_schema = DATABASE() AND table_name = 'things' AND column_name = 'width'
SELECT constraint_name FROM information_schema.table_constraints WHERE table_schema = DATABASE() AND table_name = 'kept' AND constraint_type = 'FOREIGN KEY' AND constraint_name LIKE 'kept%'
SELECT constraint_name FROM information_schema.key_column_usage WHERE table_schema = DATABASE() AND table_name = 'kept' AND column_name = 'spare_id' AND referenced_column_name = 'id'
""",
}


def upgrade():
    bind = op.get_bind()
    if bind.dialect.name == "postgresql":
        op.execute("ALTER TYPE mood RENAME TO mood_before")
        sa.Enum("sad", "ok", "glad", name="mood").create(bind)
        op.execute("ALTER TABLE owners ALTER COLUMN mood TYPE mood USING mood::text::mood")
        op.execute("DROP TYPE mood_before")
        op.drop_index("ix_things_size", "things")
    op.drop_constraint("fk_things_keeper", "things", type_="foreignkey")
    op.alter_column("things", "size", new_column_name="width", existing_type=sa.Integer())
    op.create_table(
        "spare",
        sa.Column("owner_id", sa.Integer(), sa.ForeignKey("owners.id")),
        sa.Column("spare_id", sa.Integer(), sa.ForeignKey("owners.id", name="fk_spare")),
    )
    op.rename_table("spare", "kept")
    for query in QUESTIONS[bind.dialect.name].strip().splitlines():
        rows = bind.execute(sa.text(query)).fetchall()
        answer = "; ".join(str(value) for row in rows for value in row)
        op.execute("INSERT INTO answers (question, answer) VALUES ('%s', '%s')" % (query.replace("'", "''").replace(":", "\\:"), answer))
    if bind.dialect.name == "postgresql":
        names = [enum["name"] for enum in sa.inspect(bind).get_enums()]
        op.execute("INSERT INTO answers (question, answer) VALUES ('enums', '%s')" % ", ".join(names))


def downgrade():
    op.execute("DELETE FROM answers")
    op.drop_table("kept")
    op.alter_column("things", "width", new_column_name="size", existing_type=sa.Integer())
    op.create_foreign_key("fk_things_keeper", "things", "owners", ["keeper_id"], ["id"])
    if op.get_bind().dialect.name == "postgresql":
        op.create_index("ix_things_size", "things", ["size"])
