import sqlalchemy as sa

from app.db import Base

__all__ = ["Person"]


class Person(Base):
    __tablename__ = "person"
    id = sa.Column(sa.BigInteger, primary_key=True)
    boss_id = sa.Column(sa.ForeignKey("person.id"))
