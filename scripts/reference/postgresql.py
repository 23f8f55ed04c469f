"""Alembic connected to a PostgreSQL of its own."""
import contextlib
import os
import re
import subprocess
import tempfile

import common


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


class Database:
    """A database for a project."""

    def __init__(self, project, name, environment):
        os.environ.update(environment)
        self.project, self.name = project, re.sub(r"\W", "_", f"{project['name']}_{name}")
        psql("postgres", "-c", f'CREATE DATABASE "{self.name}"')
        for file in project.get("prepare", []):
            psql(self.name, "-f", common.ROOT / file)

    def put_rows(self):
        psql(self.name, "-f", common.rows(self.project, "postgresql"))

    def migrate(self, options, direction, target):
        from sqlalchemy import create_engine, event, pool

        engine = create_engine(f"postgresql+psycopg2:///{self.name}", poolclass=pool.NullPool)

        @event.listens_for(engine, "before_cursor_execute", retval=True)
        def without_concurrently(connection, cursor, statement, parameters, context, executemany):
            return re.sub(r"\bINDEX CONCURRENTLY\b", "INDEX", statement), parameters

        with engine.connect() as connection:
            common.migrate(common.config_of(self.project), connection, options, direction, target, common.run_arguments(self.project))

    def dump(self):
        return without_chance(psql(self.name, "-At", "-f", common.LIVE / "schema.sql"))


def without_chance(dump):
    """A dump without the time of day and random identifiers in its rows; those of golden/live/rows begin with zeros, in whole seconds."""
    dump = re.sub(r'"(?!00000000)[0-9a-f]{8}(-[0-9a-f]{4}){3}-[0-9a-f]{12}"', '"random"', dump)
    dump = re.sub(r'"\d{4}-\d\d-\d\dT\d\d:\d\d:\d\d\.\d+(\+00:00)?"', '"now"', dump)
    lines = dump.splitlines(keepends=True)
    facts = [line for line in lines if not line.startswith("row ")]
    return "".join(facts + sorted(line for line in lines if line.startswith("row ")))


def psql(database, *arguments):
    command = ["psql", "-Xq", "-v", "ON_ERROR_STOP=1", "-d", database, *map(str, arguments)]
    return subprocess.run(command, check=True, stdout=subprocess.PIPE, text=True).stdout
