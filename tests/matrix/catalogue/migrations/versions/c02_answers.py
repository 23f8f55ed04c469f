"""What the database says of itself, put into rows: they tell the replay's answers from the database's."""
import sqlalchemy as sa
from alembic import op

revision = "c02"
down_revision = "c01"

HERE = {"postgresql": "current_schema()", "mariadb": "DATABASE()"}

COMMON = """
SELECT table_name FROM information_schema.tables WHERE table_name = 'things' AND table_schema = {here}
SELECT COUNT(*) FROM information_schema.tables WHERE table_schema = {here} AND table_name IN ('things')
SELECT table_name FROM information_schema.tables WHERE table_name = 'nothing' AND table_schema = {here}
SELECT column_name FROM information_schema.columns WHERE table_name = 'things' AND table_schema = {here} ORDER BY ordinal_position
SELECT column_name, is_nullable FROM information_schema.columns WHERE table_name = 'owners' AND column_name = 'note' AND table_schema = {here}
SELECT column_name FROM information_schema.columns WHERE table_name = 'owners' AND is_nullable <> 'NO' AND table_schema = {here} ORDER BY ordinal_position ASC
SELECT column_name FROM information_schema.columns WHERE table_name = 'owners' AND column_name LIKE 'n%' AND table_schema = {here} LIMIT 1
SELECT column_name FROM information_schema.columns WHERE table_name = 'owners' AND column_name NOT IN ('id', 'code', 'mood', 'region') AND table_schema = {here}
SELECT 1 FROM information_schema.columns c WHERE c.table_schema = {here} AND c.table_name = 'owners' AND c.column_name = 'absent'
SELECT constraint_type FROM information_schema.table_constraints WHERE constraint_name = 'fk_things_keeper' AND table_schema = {here}
SELECT constraint_name FROM information_schema.table_constraints WHERE table_name = 'things' AND constraint_type = 'CHECK' AND constraint_name = 'ck_things_size' AND table_schema = {here}
SELECT COUNT(*) FROM information_schema.table_constraints WHERE table_schema = {here} AND table_name = 'things' AND constraint_type = 'FOREIGN KEY'
SELECT COUNT(*) FROM information_schema.table_constraints WHERE table_schema = {here} AND table_name = 'owners' AND constraint_type = 'PRIMARY KEY'
SELECT COUNT(*) FROM information_schema.table_constraints WHERE table_schema = {here} AND table_name = 'things' AND constraint_type = 'UNIQUE'
SELECT constraint_name FROM information_schema.key_column_usage WHERE table_schema = {here} AND table_name = 'things' AND column_name = 'keeper_id' AND constraint_name LIKE 'fk%'
SELECT column_name FROM information_schema.key_column_usage WHERE table_schema = {here} AND table_name = 'owners' AND constraint_name = 'uq_owners_both' ORDER BY ordinal_position
SELECT tc.constraint_name, kcu.column_name FROM information_schema.table_constraints AS tc JOIN information_schema.key_column_usage AS kcu ON tc.constraint_name = kcu.constraint_name AND tc.table_schema = kcu.table_schema WHERE tc.constraint_type = 'FOREIGN KEY' AND tc.table_name = 'things' AND kcu.column_name = 'keeper_id' AND tc.table_schema = {here}
SELECT constraint_name FROM information_schema.referential_constraints WHERE constraint_name = 'fk_things_owner' AND constraint_schema = {here}
SELECT constraint_name FROM information_schema.referential_constraints WHERE constraint_name = 'uq_owners_code' AND constraint_schema = {here}
SELECT column_name FROM information_schema.columns WHERE table_name = 'owners' AND column_name = 'NOTE' AND table_schema = {here}
SELECT column_name FROM information_schema.columns WHERE table_name = 'owners' AND column_name NOT IN ('ID', 'Code', 'mood', 'region') AND column_name <> 'NOTE' AND table_schema = {here} ORDER BY ordinal_position
SELECT constraint_name FROM information_schema.table_constraints WHERE constraint_name = 'FK_things_Keeper' AND table_schema = {here}
SELECT COUNT(*) FROM information_schema.table_constraints WHERE table_schema = {here} AND table_name = 'things' AND constraint_type = 'foreign key'
"""

OWN = {
    "postgresql": """
SELECT column_name, is_nullable FROM information_schema.columns WHERE table_name = 'owners' AND column_name = 'note'
SELECT column_name FROM information_schema.columns WHERE table_name = 'owners' AND is_nullable <> 'NO' ORDER BY ordinal_position ASC
SELECT column_name FROM information_schema.columns WHERE table_name = 'owners' AND column_name LIKE 'n%' LIMIT 1
SELECT column_name FROM information_schema.columns WHERE table_name = 'owners' AND column_name NOT IN ('id', 'code', 'mood', 'region')
SELECT constraint_type FROM information_schema.table_constraints WHERE constraint_name = 'fk_things_keeper'
SELECT constraint_name FROM information_schema.table_constraints WHERE table_name = 'things' AND constraint_type = 'CHECK' AND constraint_name = 'ck_things_size'
SELECT tc.constraint_name, kcu.column_name FROM information_schema.table_constraints AS tc JOIN information_schema.key_column_usage AS kcu ON tc.constraint_name = kcu.constraint_name AND tc.table_schema = kcu.table_schema WHERE tc.constraint_type = 'FOREIGN KEY' AND tc.table_name = 'things' AND kcu.column_name = 'keeper_id'
SELECT constraint_name FROM information_schema.referential_constraints WHERE constraint_name = 'fk_things_owner'
SELECT constraint_name FROM information_schema.referential_constraints WHERE constraint_name = 'uq_owners_code'
SELECT EXISTS (SELECT FROM information_schema.tables WHERE table_name = 'owners')
SELECT EXISTS (SELECT FROM information_schema.table_constraints WHERE constraint_name = 'fk_nowhere')
SELECT exists(SELECT 1 FROM pg_indexes WHERE indexname = 'ix_things_size') AS ix_exists;
SELECT indexname AS name FROM pg_indexes WHERE tablename = 'things' AND indexname NOT LIKE 'pk%' AND indexname NOT LIKE 'ux%'
SELECT indexname, tablename FROM pg_indexes WHERE schemaname = 'public' AND tablename = 'things' AND indexname = 'ix_things_size'
SELECT 1 FROM pg_enum WHERE enumlabel = 'ok' AND enumtypid = (SELECT oid FROM pg_type WHERE typname = 'mood')
SELECT 1 FROM pg_enum WHERE enumlabel = 'glad' AND enumtypid = (SELECT oid FROM pg_type WHERE typname = 'mood')
SELECT 1 FROM pg_enum WHERE enumlabel = 'sad' AND enumtypid = 'mood'::regtype
SELECT e.enumlabel FROM pg_type t JOIN pg_enum e ON t.oid = e.enumtypid WHERE t.typname = 'mood' AND e.enumlabel <> 'sad'
SELECT conname FROM pg_constraint WHERE conrelid = 'owners'::regclass AND contype = 'u' AND conname LIKE '%code'
SELECT conname FROM pg_constraint WHERE conrelid = '"public"."things"'::regclass AND contype = 'c'
SELECT COUNT(*) FROM pg_constraint WHERE conrelid = 'things'::regclass AND contype = 'f' AND confrelid = 'owners'::regclass
SELECT con.conname FROM pg_constraint con JOIN pg_class rel ON rel.oid = con.conrelid JOIN pg_namespace n ON n.oid = rel.relnamespace WHERE n.nspname = 'public' AND rel.relname = 'things' AND con.contype = 'p'
SELECT conname FROM pg_constraint WHERE connamespace = (SELECT oid FROM pg_namespace WHERE nspname = 'public') AND conname = 'ck_things_size'
SELECT indisvalid FROM pg_index WHERE indexrelid = to_regclass('ix_things_size')
SELECT indisvalid FROM pg_index WHERE indexrelid = to_regclass('ix_nowhere')
SELECT 1 FROM pg_class c JOIN pg_index i ON i.indexrelid = c.oid WHERE c.relname = 'ix_things_size' AND NOT i.indisvalid
SELECT c.relname FROM pg_class c JOIN pg_index i ON c.oid = i.indexrelid JOIN pg_class t ON t.oid = i.indrelid WHERE t.relname = 'things' AND c.relname = 'ix_things_size' AND i.indisvalid
SELECT c.relname FROM pg_class c JOIN pg_namespace n ON n.oid = c.relnamespace WHERE c.relname = 'owners' AND c.relkind = 'r' AND n.nspname = current_schema()
SELECT to_regclass('public.things') IS NOT NULL
SELECT to_regclass('public.nothing') IS NOT NULL
SELECT to_regclass('ix_things_size')::text
SELECT * FROM pg_indexes WHERE indexname = 'ix_nowhere'
SELECT tc.constraint_name FROM information_schema.table_constraints tc JOIN information_schema.referential_constraints rc ON rc.constraint_name = tc.constraint_name AND rc.constraint_schema = tc.constraint_schema WHERE tc.table_name = 'things' AND tc.constraint_name LIKE '%keeper'
SELECT COUNT(*) FROM information_schema.table_constraints tc JOIN information_schema.referential_constraints rc ON rc.constraint_name = tc.constraint_name WHERE tc.table_name IN ('things')
SELECT tc.table_name FROM information_schema.table_constraints tc JOIN information_schema.key_column_usage kcu ON kcu.constraint_name = tc.constraint_name JOIN information_schema.constraint_column_usage ccu ON ccu.constraint_name = kcu.constraint_name WHERE tc.constraint_type = 'FOREIGN KEY' AND ccu.table_name = 'owners' AND kcu.column_name = 'keeper_id'
SELECT EXISTS (SELECT 1 FROM pg_indexes WHERE indexname = 'ix_things_size' LIMIT 1)
SELECT COUNT(*) FROM pg_constraint con JOIN pg_class r ON r.oid = con.confrelid WHERE con.conrelid = 'things'::regclass AND con.contype IN ('f', 'p')
SELECT COUNT(*) FROM pg_constraint con JOIN pg_class r ON r.oid = con.conrelid WHERE r.relname = 'things' AND con.contype IN ('f', 'p')
SELECT tc.constraint_name, kcu.column_name, ccu.table_name, ccu.column_name AS referred FROM information_schema.table_constraints AS tc JOIN information_schema.key_column_usage AS kcu ON tc.constraint_name = kcu.constraint_name AND tc.table_schema = kcu.table_schema JOIN information_schema.constraint_column_usage AS ccu ON ccu.constraint_name = tc.constraint_name AND ccu.table_schema = tc.table_schema WHERE tc.constraint_type = 'FOREIGN KEY' AND tc.table_name = 'things' AND kcu.column_name = 'keeper_id'
""",
    "mariadb": """
SELECT column_name, ordinal_position FROM information_schema.columns WHERE table_schema = DATABASE() AND table_name = 'owners' AND column_name = 'note'
SELECT CONSTRAINT_NAME FROM information_schema.KEY_COLUMN_USAGE WHERE TABLE_SCHEMA = DATABASE() AND TABLE_NAME = 'things' AND COLUMN_NAME = 'keeper_id' AND REFERENCED_TABLE_NAME IS NOT NULL
SELECT `REFERENCED_TABLE_NAME`, `REFERENCED_COLUMN_NAME` FROM `information_schema`.`KEY_COLUMN_USAGE` WHERE `TABLE_SCHEMA` = DATABASE() AND `CONSTRAINT_NAME` = 'fk_things_keeper'
SELECT CONSTRAINT_NAME FROM information_schema.TABLE_CONSTRAINTS WHERE CONSTRAINT_SCHEMA = DATABASE() AND TABLE_NAME = 'owners' AND CONSTRAINT_TYPE = 'PRIMARY KEY'
SELECT column_name FROM information_schema.key_column_usage WHERE table_schema = DATABASE() AND table_name = 'things' AND constraint_name = 'ux_things_size_keeper' ORDER BY ordinal_position
SELECT table_name FROM information_schema.referential_constraints WHERE constraint_schema = DATABASE() AND table_name = 'things' AND referenced_table_name = 'owners' AND constraint_name <> 'fk_things_owner'
""",
}


def upgrade():
    bind = op.get_bind()
    dialect = bind.dialect.name
    for query in (COMMON.rstrip() + OWN[dialect]).strip().splitlines():
        query = query.format(here=HERE[dialect])
        rows = bind.execute(sa.text(query)).fetchall()
        answer = "; ".join(", ".join(str(int(value) if isinstance(value, bool) else value) for value in row) for row in rows)
        op.execute("INSERT INTO answers (question, answer) VALUES (%s, %s)" % (quoted(query), quoted(answer)))


def quoted(text):
    return "'" + text.replace("'", "''").replace(":", "\\:") + "'"


def downgrade():
    op.execute("DELETE FROM answers")
