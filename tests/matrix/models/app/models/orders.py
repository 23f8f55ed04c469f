import sqlalchemy as sa

from app.db import Base

from .mixins import Stamped

tags = sa.Table("tag", Base.metadata, sa.Column("id", sa.Integer, primary_key=True))


class Order(Stamped, Base):
    __tablename__ = "orders"
    id = sa.Column(sa.Integer, primary_key=True)


for quarter in ("q1", "q2"):
    sa.Table("sales_" + quarter, Base.metadata, sa.Column("id", sa.Integer), sa.Column("total", sa.Numeric("10", "2")))
