"""No transaction around the migrations."""
from alembic import context

context.configure(url=context.config.get_main_option("sqlalchemy.url"), literal_binds=True)
context.run_migrations()
