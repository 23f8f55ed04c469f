"""Core constructs: each `emit` is one statement whose SQL the reference writes."""
import datetime
import decimal
import enum
import uuid

import sqlalchemy as sa
from sqlalchemy.dialects import postgresql

from core_probe import emit

acc = sa.table("account", sa.column("id", sa.Integer), sa.column("name", sa.String), sa.column("balance", sa.Numeric(10, 2)), sa.column("active", sa.Boolean), sa.column("created", sa.DateTime), sa.column("data", sa.JSON), sa.column("doc", postgresql.JSONB), sa.column("tags", postgresql.ARRAY(sa.String)), sa.column("hs", postgresql.HSTORE), sa.column("u", sa.Uuid), sa.column("raw", sa.LargeBinary), sa.column("day", sa.Date))
usr = sa.table("users", sa.column("id", sa.Integer), sa.column("account_id", sa.Integer), sa.column("email", sa.String))

class Upper(sa.types.TypeDecorator):
    impl = sa.String
    cache_ok = True

    def process_bind_param(self, value, dialect):
        return value.upper()


up = sa.table("up", sa.column("id", sa.Integer), sa.column("name", Upper(20)))
emit(up.insert().values(id=1, name="abc"))
emit(up.update().values(name="abc").where(up.c.name == "def"))
emit(up.delete().where(up.c.name.in_(["x", "y"])))
emit(sa.select(up.c.id).where(up.c.name.like("q%"), up.c.name == None))
emit(up.insert().values([{"id": 1, "name": "a"}, {"id": 2, "name": None}]))
emit(sa.insert(up).values(name=sa.func.lower("X")))
