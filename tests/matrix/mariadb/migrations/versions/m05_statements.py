"""Rows changed by expressions

Revision ID: m05
Revises: m04
Create Date: 2024-01-05 00:00:00
"""
from alembic import op
import sqlalchemy as sa

revision = "m05"
down_revision = "m04"


def upgrade() -> None:
    op.create_table("words", sa.Column("id", sa.Integer(), primary_key=True), sa.Column("word", sa.String(20)), sa.Column("n", sa.Integer()))
    words = sa.table("words", sa.column("id", sa.Integer()), sa.column("word", sa.String(20)), sa.column("n", sa.Integer()))
    op.bulk_insert(words, [{"id": 1, "word": "one", "n": 1}, {"id": 2, "word": "two\\'", "n": None}])
    op.execute(words.update().where(words.c.n.is_(None)).values(n=sa.case((words.c.word.like("t%"), 22), else_=0)))
    op.execute(words.insert().from_select(["id", "word", "n"], sa.select(words.c.id + 10, sa.func.concat(words.c.word, "-", words.c.id), sa.func.coalesce(words.c.n, 3)).where(words.c.id.in_([1, 2])).order_by(words.c.id.desc()).limit(1)))
    op.execute(sa.delete(words).where(sa.and_(words.c.n > 20, sa.or_(words.c.word == "x", words.c.id.between(11, 12)))))


def downgrade() -> None:
    op.drop_table("words")
