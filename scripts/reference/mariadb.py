"""Alembic connected to a MariaDB of its own."""
import contextlib
import re
import subprocess
import tempfile

import common

SCRIPT = common.ROOT / "scripts" / "mariadb"


@contextlib.contextmanager
def server():
    """The socket of a MariaDB that lives as long as this block."""
    with tempfile.TemporaryDirectory(prefix="aludel-reference-") as folder:
        with open(f"{folder}/answer", "w") as answer:
            subprocess.run([SCRIPT, "start", folder], check=True, stdout=answer)
        with open(f"{folder}/answer") as answer:
            socket = answer.read().strip()
        try:
            yield socket
        finally:
            subprocess.run([SCRIPT, "stop", folder], check=True)


class Database:
    """A database for a project."""

    def __init__(self, project, name, socket):
        self.project, self.socket, self.name = project, socket, re.sub(r"\W", "_", f"{project['name']}_{name}")
        self.script("run", "", f"CREATE DATABASE {self.name}")
        for file in project.get("prepare", []):
            self.run(common.ROOT / file)

    def put_rows(self):
        self.run(common.rows(self.project, "mariadb"))

    def run(self, file):
        self.script("run", self.name, file.read_text(encoding="utf-8"))

    def script(self, command, database, text=""):
        arguments = [SCRIPT, command, self.socket, database]
        return subprocess.run(arguments, check=True, input=text, stdout=subprocess.PIPE, encoding="utf-8").stdout

    def migrate(self, options, direction, target):
        from sqlalchemy import create_engine, pool

        url = f"mariadb+pymysql://root@localhost/{self.name}?unix_socket={self.socket}&charset=utf8mb4"
        with create_engine(url, poolclass=pool.NullPool).connect() as connection:
            common.migrate(common.config_of(self.project), connection, options, direction, target, common.run_arguments(self.project))
            connection.commit()

    def dump(self):
        return self.script("dump", self.name)
