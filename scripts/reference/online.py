#!/usr/bin/env python3
"""Writes golden/live/<project>.*.txt: what real Alembic, connected to a PostgreSQL, makes of each project's chain.

    scripts/reference/online.py [PROJECT ...]

It starts a private server (see scripts/postgresql), applies the chain up, down and up again, and after each writes down what
the database then holds, as golden/live/schema.sql puts it: <project>.upgraded.txt, .downgraded.txt, .upgraded_again.txt. In a second
database it applies the chain to the project's `rows_after`, puts rows in, goes on to the heads and back to where the rows came in:
.rows_upgraded.txt, .rows_downgraded.txt.

Two things differ from the project's own env.py. The connection is psycopg2's, whatever driver the URL names, with the options that
env.py gave to context.configure() offline. And CONCURRENTLY is taken out of statements: outside of autocommit_block() the
database refuses it within Alembic's transaction, and the schema it makes is the same.
"""
import contextlib
import io
import logging
import os
import re
import subprocess
import sys
import tempfile

import common

LIVE = common.GOLDEN / "live"
# Options of context.configure() that concern an offline script alone.
OFFLINE_ONLY = {"url", "dialect_name", "literal_binds", "dialect_opts", "as_sql", "output_buffer", "starting_rev", "tag"}


def main():
    common.require_pinned_versions()
    with server() as environment:
        for project in common.projects(sys.argv[1:]):
            if "postgresql" in project["dialects"]:
                dumps = common.in_child(apply, project, environment)
                for name, text in dumps.items():
                    (LIVE / f"{project['name']}.{name}.txt").write_text(text, newline="")
                print(f"{project['name']}: {', '.join(dumps)}")


@contextlib.contextmanager
def server():
    """The environment (PATH, PGHOST, …) of a PostgreSQL that lives as long as this block."""
    script = common.ROOT / "scripts" / "postgresql"
    with tempfile.TemporaryDirectory(prefix="aludel-reference-") as folder:
        started = subprocess.run([script, "start", folder], check=True, stdout=subprocess.PIPE, text=True)
        try:
            yield dict(line.split("=", 1) for line in started.stdout.splitlines())
        finally:
            subprocess.run([script, "stop", folder], check=True)


def apply(project, environment):
    """{state: what the database holds}."""
    common.enter(project)
    os.environ.update(environment)
    logging.disable()
    options = options_of_env(project)
    dumps = {}

    def go(database, direction, target, state=None):
        with contextlib.redirect_stdout(io.StringIO()):
            migrate(project, database, options, direction, target)
        if state:
            dumps[state] = psql(database, "-At", "-f", LIVE / "schema.sql")

    empty = prepared_database(project, "empty")
    go(empty, "upgrade", "heads", "upgraded")
    go(empty, "downgrade", "base", "downgraded")
    go(empty, "upgrade", "heads", "upgraded_again")

    filled, rows_after = prepared_database(project, "filled"), project["rows_after"]
    go(filled, "upgrade", rows_after)
    psql(filled, "-f", LIVE / "rows" / f"{project['name']}.sql")
    go(filled, "upgrade", "heads", "rows_upgraded")
    go(filled, "downgrade", rows_after, "rows_downgraded")
    return {state: without_chance(text) for state, text in dumps.items()}


def prepared_database(project, name):
    database = re.sub(r"\W", "_", f"{project['name']}_{name}")
    psql("postgres", "-c", f'CREATE DATABASE "{database}"')
    for file in project.get("prepare", []):
        psql(database, "-f", common.ROOT / file)
    return database


def without_chance(dump):
    """A dump without the time of day and random identifiers in its rows; those of golden/live/rows begin with zeros, in whole seconds."""
    dump = re.sub(r'"(?!00000000)[0-9a-f]{8}(-[0-9a-f]{4}){3}-[0-9a-f]{12}"', '"random"', dump)
    dump = re.sub(r'"\d{4}-\d\d-\d\dT\d\d:\d\d:\d\d\.\d+(\+00:00)?"', '"now"', dump)
    lines = dump.splitlines(keepends=True)
    facts = [line for line in lines if not line.startswith("row ")]
    return "".join(facts + sorted(line for line in lines if line.startswith("row ")))


def options_of_env(project):
    """What the project's env.py passes to context.configure()."""
    from alembic import command
    from alembic.runtime.environment import EnvironmentContext

    class Seen(Exception):
        pass

    def configure(self, **options):
        raise Seen(options)

    original, EnvironmentContext.configure = EnvironmentContext.configure, configure
    try:
        command.upgrade(common.config_of(project, io.StringIO()), "heads", sql=True)
    except Seen as seen:
        return {name: value for name, value in seen.args[0].items() if name not in OFFLINE_ONLY}
    finally:
        EnvironmentContext.configure = original
    sys.exit(f"{project['name']}: env.py never called context.configure()")


def migrate(project, database, options, direction, target):
    from alembic.runtime.environment import EnvironmentContext
    from alembic.script import ScriptDirectory
    from sqlalchemy import create_engine, event, pool

    config = common.config_of(project)
    script = ScriptDirectory.from_config(config)

    def steps(heads, context):
        return script._upgrade_revs(target, heads) if direction == "upgrade" else script._downgrade_revs(target, heads)

    engine = create_engine(f"postgresql+psycopg2:///{database}", poolclass=pool.NullPool)

    @event.listens_for(engine, "before_cursor_execute", retval=True)
    def without_concurrently(connection, cursor, statement, parameters, context, executemany):
        return re.sub(r"\bINDEX CONCURRENTLY\b", "INDEX", statement), parameters

    with EnvironmentContext(config, script, fn=steps) as environment, engine.connect() as connection:
        environment.configure(connection=connection, **options)
        with environment.begin_transaction():
            environment.run_migrations()


def psql(database, *arguments):
    command = ["psql", "-Xq", "-v", "ON_ERROR_STOP=1", "-d", database, *map(str, arguments)]
    return subprocess.run(command, check=True, stdout=subprocess.PIPE, text=True).stdout


if __name__ == "__main__":
    main()
