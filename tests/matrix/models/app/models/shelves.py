"""Models whose constraints are made in the body of the class, before its columns have a name."""
import enum

import sqlalchemy as sa
from sqlalchemy.orm import DeclarativeBase, Mapped, mapped_column, validates

from app.db import Base


class Annotated(DeclarativeBase):
    metadata = Base.metadata
    type_annotation_map = {enum.Enum: sa.Enum(enum.Enum, values_callable=lambda members: [member.value for member in members])}


class Color(enum.Enum):
    RED = "r"
    BLUE = "b"


class Shelf(Annotated):
    __tablename__ = "shelf"
    id: Mapped[int] = mapped_column(primary_key=True)
    color: Mapped[Color]
    other: Mapped[Color | None] = mapped_column()

    @validates("color")
    def known(self, key, value):
        return value


class Book(Base):
    __tablename__ = "book"
    id = sa.Column(sa.Integer, primary_key=True)
    state = sa.Column(sa.String(20), default="new")
    most = sa.Column("high", sa.Integer)
    least = sa.Column(sa.Integer)
    __table_args__ = (
        sa.CheckConstraint(state.in_(["new", "old"]), name="state"),
        sa.CheckConstraint(sa.and_(most > least, least >= 0)),
        sa.Index("ix_part", "state", postgresql_where=least > 3, mssql_where=least > 3),
    )


class Page(Base):
    __tablename__ = "page"
    id = sa.Column(sa.Integer, primary_key=True)
    text = sa.Column(sa.String(20))
    __table_args__ = (sa.Index("ix_text", "text", postgresql_using="gin").ddl_if(dialect=("postgresql", "mysql")),)
