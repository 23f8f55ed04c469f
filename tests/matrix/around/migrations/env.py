"""Statements before the transaction, in it before and after the migrations, and behind it."""
import sqlalchemy as sa
from alembic import context

tenant = context.config.get_main_option("tenant")
settings = sa.table("settings", sa.column("name", sa.String), sa.column("value", sa.Integer))


def run_migrations_offline():
    context.configure(url=context.config.get_main_option("sqlalchemy.url"), literal_binds=True, version_table_schema=tenant)
    context.static_output(f"-- for {tenant}")
    context.execute(f"CREATE SCHEMA {tenant}")
    with context.begin_transaction():
        context.execute(sa.text("SET LOCAL lock_timeout TO '5s'"))
        context.get_context().execute(settings.insert().values(name="tenant's", value=1))
        context.run_migrations()
        context.execute("RESET lock_timeout")
    context.execute(sa.text("ANALYZE"))


def run_migrations_online():
    raise NotImplementedError


if context.is_offline_mode():
    run_migrations_offline()
else:
    run_migrations_online()
