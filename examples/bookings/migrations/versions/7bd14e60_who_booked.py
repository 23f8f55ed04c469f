"""Who booked, and who did what

Revision ID: 7bd14e60
Revises: 2f5c0a91
Create Date: 2024-03-18 15:41:02.730915

"""
from typing import Sequence, Union

import sqlalchemy as sa
from alembic import op

revision: str = "7bd14e60"
down_revision: Union[str, Sequence[str], None] = "2f5c0a91"
branch_labels: Union[str, Sequence[str], None] = None
depends_on: Union[str, Sequence[str], None] = None

TABLES = {"bookings": "bookings", "audit": "events"}


def upgrade(engine_name: str) -> None:
    op.add_column(TABLES[engine_name], sa.Column("person", sa.String(length=120), nullable=True))
    globals()["upgrade_%s" % engine_name]()


def downgrade(engine_name: str) -> None:
    globals()["downgrade_%s" % engine_name]()
    op.drop_column(TABLES[engine_name], "person")


def upgrade_bookings() -> None:
    op.execute("UPDATE bookings SET person = 'reception' WHERE person IS NULL")
    op.alter_column("bookings", "person", existing_type=sa.String(length=120), nullable=False)


def downgrade_bookings() -> None:
    pass


def upgrade_audit() -> None:
    op.create_index("ix_events_person", "events", ["person", "happened_at"])


def downgrade_audit() -> None:
    op.drop_index("ix_events_person", table_name="events")
