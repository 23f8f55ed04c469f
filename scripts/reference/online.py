#!/usr/bin/env python3
"""Writes golden/live/<project>.*: what real Alembic, connected to a database, makes of each project's chain.

    scripts/reference/online.py [PROJECT ...]

It applies the chain up, down and up again to an empty database, and after each writes down what the database then holds: the states
`upgraded`, `downgraded`, `upgraded_again`. In a second database it applies the chain to the project's `rows_after`, puts rows in, goes
on to the heads and back to where the rows came in: `rows_upgraded`, `rows_downgraded`.

PostgreSQL is a private server (see scripts/postgresql); <project>.<state>.txt says what golden/live/schema.sql finds. MariaDB is one too
(see scripts/mariadb, which dumps it to <project>.mariadb.<state>.txt). SQLite is a file; <project>.sqlite.<state>.sql is the script that
makes the database anew.

Some things differ from the project's own env.py. The connection is psycopg2's, PyMySQL's or sqlite3's, whatever driver the URL names, with the
options that env.py gave to context.configure() offline. CONCURRENTLY is taken out of statements: outside of autocommit_block() the
database refuses it within Alembic's transaction, and the schema it makes is the same. What SQLite can't alter is done in a batch, as
sqlite.py says.
"""
import contextlib
import io
import logging
import os
import sys

import common
import mariadb
import postgresql
import sqlite

# What is written, for each dialect; which of the projects, golden/projects.toml says.
DATABASES = {"postgresql": (postgresql, "{}.txt"), "mariadb": (mariadb, "mariadb.{}.txt"), "sqlite": (sqlite, "sqlite.{}.sql")}


def main():
    common.without_chance()
    common.require_pinned_versions()
    for dialect, (databases, form) in DATABASES.items():
        projects = [project for project in common.projects(sys.argv[1:]) if dialect in project["dialects"]]
        with contextlib.ExitStack() as stack:
            place = projects and stack.enter_context(databases.server())
            for project in projects:
                for state, text in common.in_child(apply, project, databases.Database, place).items():
                    (common.LIVE / f"{project['name']}.{form.format(state)}").write_text(text, newline="")
                print(f"{project['name']} {dialect}")


def apply(project, Database, place):
    """{state: what the database holds}."""
    common.enter(project)
    sys.path.insert(0, os.getcwd())
    logging.disable()
    options = common.options_of_env(project)
    dumps = {}

    def go(database, direction, target, state=None):
        with contextlib.redirect_stdout(io.StringIO()):
            database.migrate(options, direction, target)
        if state:
            dumps[state] = database.dump()

    empty = Database(project, "empty", place)
    go(empty, "upgrade", "heads", "upgraded")
    go(empty, "downgrade", "base", "downgraded")
    go(empty, "upgrade", "heads", "upgraded_again")

    filled, rows_after = Database(project, "filled", place), project["rows_after"]
    go(filled, "upgrade", rows_after)
    filled.put_rows()
    go(filled, "upgrade", "heads", "rows_upgraded")
    go(filled, "downgrade", rows_after, "rows_downgraded")
    return dumps


if __name__ == "__main__":
    main()
