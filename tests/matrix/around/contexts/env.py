"""A context that only prepares, and one that runs the migrations for one schema after the other."""
from alembic import context

url = context.config.get_main_option("sqlalchemy.url")

context.configure(url=url, literal_binds=True)
with context.begin_transaction():
    context.execute("CREATE SCHEMA north")
    with context.get_context().autocommit_block():
        context.execute("CREATE DATABASE south")

context.configure(url=url, literal_binds=True)
for schema in ("north", "public"):
    context.execute(f"SET search_path TO {schema}")
    with context.begin_transaction():
        context.run_migrations()
    context.execute("RESET search_path")
