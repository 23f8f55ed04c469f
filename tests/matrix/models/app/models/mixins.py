import sqlalchemy as sa


class Stamped:
    at = sa.Column(sa.DateTime)
