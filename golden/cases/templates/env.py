from alembic import context
from sqlalchemy import MetaData

config = context.config
target_metadata = {metadata}


def run_migrations_offline() -> None:
    """Run migrations in 'offline' mode."""
    url = config.get_main_option("sqlalchemy.url")
    context.configure(
        url=url,
        target_metadata=target_metadata,
        dialect_opts={"paramstyle": "named"},
{options}    )

    with context.begin_transaction():
        context.run_migrations()


run_migrations_offline()
