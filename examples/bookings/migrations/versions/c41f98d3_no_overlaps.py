"""Bookings end after they start

Revision ID: c41f98d3
Revises: 7bd14e60
Create Date: 2024-06-27 08:05:55.402617

"""
from typing import Sequence, Union

import sqlalchemy as sa
from alembic import op

revision: str = "c41f98d3"
down_revision: Union[str, Sequence[str], None] = "7bd14e60"
branch_labels: Union[str, Sequence[str], None] = None
depends_on: Union[str, Sequence[str], None] = None


def upgrade(engine_name: str) -> None:
    globals()["upgrade_%s" % engine_name]()


def downgrade(engine_name: str) -> None:
    globals()["downgrade_%s" % engine_name]()


def upgrade_bookings() -> None:
    columns = {column["name"] for column in sa.inspect(op.get_bind()).get_columns("bookings")}
    if "cancelled_at" not in columns:
        op.add_column("bookings", sa.Column("cancelled_at", sa.DateTime(timezone=True), nullable=True))
    op.create_check_constraint("ck_bookings_order", "bookings", "ends_at > starts_at")


def downgrade_bookings() -> None:
    op.drop_constraint("ck_bookings_order", "bookings", type_="check")
    op.drop_column("bookings", "cancelled_at")


def upgrade_audit() -> None:
    pass


def downgrade_audit() -> None:
    pass
