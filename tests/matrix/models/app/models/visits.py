from typing import TYPE_CHECKING

import sqlalchemy as sa

from app.db import Base

if TYPE_CHECKING:
    from .drafts import Draft


class Visit(Base):
    __tablename__ = "visit"
    id = sa.Column(sa.Integer, primary_key=True)
    person_id = sa.Column(sa.ForeignKey("person.id"))
