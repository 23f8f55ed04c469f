"""Flask-SQLAlchemy without an application: SQLAlchemy's names, a base of models, and no session of its own."""

import re

import sqlalchemy
import sqlalchemy.orm

# No file has it: whoever calls it asks for what only a running application knows.
from flask_sqlalchemy.session import application


class Model:
    query = application
    query_class = application

    @sqlalchemy.orm.declared_attr
    def __tablename__(cls):
        # A model without a primary key of its own shares its parent's table.
        keyed = any(isinstance(value, sqlalchemy.Column) and value.primary_key for value in vars(cls).values())
        if not keyed and any(isinstance(getattr(base, "__table__", None), sqlalchemy.Table) for base in cls.__mro__[1:]):
            return None
        return re.sub("([a-z0-9])([A-Z])|([A-Z])([A-Z][a-z])", r"\1\3_\2\4", cls.__name__).lower()


class Engine:
    """What of an engine is known beforehand."""

    def __init__(self):
        from alembic import op

        self.dialect = op.get_bind().dialect
        self.name = self.dialect.name
        self.driver = self.dialect.driver

    def __getattr__(self, name):
        return application


class SQLAlchemy:
    def __init__(self, app=None, *, metadata=None, model_class=None, **options):
        self.metadata = sqlalchemy.MetaData() if metadata is None else metadata
        self.Model = sqlalchemy.orm.declarative_base(cls=Model, metadata=self.metadata)
        self.session = application
        self.create_all = application
        self.drop_all = application
        self.reflect = application

    @property
    def engine(self):
        return Engine()

    def get_engine(self, *args, **options):
        return Engine()

    def init_app(self, app):
        pass

    def Table(self, name, *args, **options):
        if not args or not isinstance(args[0], sqlalchemy.MetaData):
            args = (self.metadata, *args)
        return sqlalchemy.Table(name, *args, **options)

    def __getattr__(self, name):
        for module in (sqlalchemy, sqlalchemy.orm):
            if hasattr(module, name):
                return getattr(module, name)
        raise AttributeError(name)


def __getattr__(name):
    return application
