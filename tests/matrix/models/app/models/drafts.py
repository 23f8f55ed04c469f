"""Type checkers alone read this."""
import sqlalchemy as sa

from app.db import Base


class Draft(Base):
    __tablename__ = "draft"
    id = sa.Column(sa.Integer, primary_key=True)
