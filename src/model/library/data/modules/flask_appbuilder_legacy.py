"""The class that Flask-AppBuilder takes for Flask-SQLAlchemy's."""

from flask_sqlalchemy import SQLAlchemy


def get_sqla_class():
    return SQLAlchemy


def __getattr__(name):
    return SQLAlchemy().session
