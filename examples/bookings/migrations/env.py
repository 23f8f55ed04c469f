"""Both databases in one run, as in Alembic's `multidb` template: a revision has a function for each."""
import re

from alembic import context
from sqlalchemy import engine_from_config, pool

config = context.config
db_names = config.get_main_option("databases", "")


def run_migrations_offline() -> None:
    """A file for each database."""
    engines = {}
    for name in re.split(r",\s*", db_names):
        engines[name] = rec = {}
        rec["url"] = context.config.get_section_option(name, "sqlalchemy.url")

    for name, rec in engines.items():
        with open(f"{name}.sql", "w") as buffer:
            context.configure(
                url=rec["url"],
                output_buffer=buffer,
                literal_binds=True,
                dialect_opts={"paramstyle": "named"},
            )
            with context.begin_transaction():
                context.run_migrations(engine_name=name)


def run_migrations_online() -> None:
    """Both in transactions that are committed together."""
    engines = {}
    for name in re.split(r",\s*", db_names):
        engines[name] = rec = {}
        rec["engine"] = engine_from_config(context.config.get_section(name, {}), prefix="sqlalchemy.", poolclass=pool.NullPool)

    for rec in engines.values():
        rec["connection"] = rec["engine"].connect()
        rec["transaction"] = rec["connection"].begin()

    try:
        for name, rec in engines.items():
            context.configure(connection=rec["connection"], upgrade_token=f"{name}_upgrades", downgrade_token=f"{name}_downgrades")
            context.run_migrations(engine_name=name)
        for rec in engines.values():
            rec["transaction"].commit()
    except Exception:
        for rec in engines.values():
            rec["transaction"].rollback()
        raise
    finally:
        for rec in engines.values():
            rec["connection"].close()


if context.is_offline_mode():
    run_migrations_offline()
else:
    run_migrations_online()
