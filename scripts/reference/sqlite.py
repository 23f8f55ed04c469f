"""Alembic connected to SQLite: chains applied to a database in a file, and the statements that it sends.

What SQLite can't alter and a revision asks for outside of batch_alter_table(), where Alembic refuses or sends what SQLite refuses, is
done in a batch of its own: the twin that the revision should have been.
"""
import contextlib
import functools
import io
import pathlib
import re
import sqlite3
import tempfile

import common


def server():
    """A folder for databases."""
    return tempfile.TemporaryDirectory(prefix="aludel-reference-")


class Database:
    """A database for a project."""

    def __init__(self, project, name, folder):
        self.project, self.file = project, pathlib.Path(folder) / f"{project['name']}_{name}.sqlite"
        alter_in_batch()
        for file in project.get("prepare", []):
            self.run(common.ROOT / file)

    def put_rows(self):
        self.run(common.rows(self.project, "sqlite"))

    def run(self, file):
        with contextlib.closing(sqlite3.connect(self.file)) as database:
            database.executescript(file.read_text(encoding="utf-8"))

    def migrate(self, options, direction, target):
        with connected(self.file) as connection:
            common.migrate(common.config_of(self.project), connection, options, direction, target)

    def dump(self):
        """The script that makes the database anew, without the time of day: what golden/live/rows puts in is older than 2025."""
        with contextlib.closing(sqlite3.connect(self.file)) as database:
            text = "".join(f"{line}\n" for line in database.iterdump())
        return re.sub(r"'20(2[5-9]|[3-9]\d)-\d\d-\d\d \d\d:\d\d:\d\d(\.\d+)?'", "'2025-01-01 00:00:00'", text)


@functools.cache
def alter_in_batch():
    """From now on a plain operation that SQLite has no statement for runs in a batch_alter_table() of its own."""
    from alembic.ddl.sqlite import SQLiteImpl
    from sqlalchemy.exc import OperationalError

    plain = {name: getattr(SQLiteImpl, name) for name in ("alter_column", "drop_column", "add_constraint", "drop_constraint")}

    def alter_column(self, table_name, column_name, *, schema=None, name=None, **options):
        changes = (options.get("nullable"), options.get("type_"), options.get("autoincrement"))
        if all(change is None for change in changes) and options.get("server_default", False) is options.get("comment", False) is False:
            return plain["alter_column"](self, table_name, column_name, schema=schema, name=name, **options)
        return in_batch("alter_column", table_name, schema, table_name, column_name, schema=schema, name=name, **options)

    def drop_column(self, table_name, column, *, schema=None, **options):
        try:
            plain["drop_column"](self, table_name, column, schema=schema, **options)
        except OperationalError:
            drop_indexes_of(self, table_name, column.name)
            in_batch("drop_column", table_name, schema, table_name, column, **options)

    def add_constraint(self, constraint, **options):
        if constraint._create_rule is not None:
            return plain["add_constraint"](self, constraint, **options)
        return in_batch("add_constraint", constraint.table.name, constraint.table.schema, constraint)

    def drop_constraint(self, constraint, **options):
        if constraint._create_rule is not None:
            return plain["drop_constraint"](self, constraint, **options)
        return in_batch("drop_constraint", constraint.table.name, constraint.table.schema, constraint)

    for function in (alter_column, drop_column, add_constraint, drop_constraint):
        setattr(SQLiteImpl, function.__name__, function)


def in_batch(method, table, table_schema, *arguments, **options):
    from alembic import op
    from alembic.operations.batch import BatchOperationsImpl

    batch = BatchOperationsImpl(op._proxy, table, table_schema, "auto", None, (), {}, (), {}, None, ())
    getattr(batch, method)(*arguments, **options)
    batch.flush()


def drop_indexes_of(impl, table, column):
    """Drops the indexes that a column stands in, as other databases do with the column."""
    import sqlalchemy
    from sqlalchemy.schema import DropIndex

    reflected = sqlalchemy.Table(table, sqlalchemy.MetaData(), autoload_with=impl.connection)
    for index in sorted(reflected.indexes, key=lambda index: index.name):
        if column in index.columns:
            impl._exec(DropIndex(index))


@contextlib.contextmanager
def connected(file):
    """A connection to the database in a file; what it did is committed at the end."""
    from sqlalchemy import create_engine, event, pool

    engine = create_engine(f"sqlite:///{file}", poolclass=pool.NullPool)

    @event.listens_for(engine, "connect")
    def fast(connection, record):
        connection.execute("PRAGMA synchronous = OFF")

    with engine.connect() as connection:
        yield connection
        connection.commit()


def capture(project, options, file):
    """{file name: text}: what Alembic sends, for the whole range and each revision in it, printed as its offline mode prints.

    A revision's piece of the range is its own script as long as the chain has no branches.
    """
    from alembic.script import ScriptDirectory

    alter_in_batch()
    config = common.config_of(project)
    script = ScriptDirectory.from_config(config)
    scripts = {}
    with connected(file) as connection:
        for direction, target in (("upgrade", "heads"), ("downgrade", "base")):
            pieces = captured(config, script, connection, options, direction, target)
            scripts[f"{direction}.sql"] = "".join(text for _, text in pieces)
            scripts |= {f"{revision}.{direction}.sql": text for revision, text in pieces}
    return scripts


def captured(config, script, connection, options, direction, target):
    """[(revision, text)] of the way up or down."""
    from alembic.runtime.environment import EnvironmentContext
    from sqlalchemy import event
    from sqlalchemy.schema import ExecutableDDLElement

    buffer, pieces = io.StringIO(), []

    def take():
        text = buffer.getvalue()
        buffer.seek(0)
        buffer.truncate()
        return text

    def steps(heads, context):
        planned = script._upgrade_revs(target, heads) if direction == "upgrade" else script._downgrade_revs(target, heads)
        for step in planned:
            context.impl.static_output(f"-- Running {step.short_log}")
            yield step
            pieces.append((step.revision.revision, take()))

    def write_and_send(text):
        if not text.startswith("-- "):
            connection.exec_driver_sql(text).close()
        buffer.write(f"{text}\n\n")

    def write(connection, construct, *_):
        """What a revision sends through the connection itself, and Alembic's own version table."""
        compile_options = {} if isinstance(construct, ExecutableDDLElement) else {"compile_kwargs": {"literal_binds": True}}
        text = str(construct.compile(dialect=connection.dialect, **compile_options))
        if "sqlite_master" not in text and not text.startswith("SELECT alembic_version"):
            buffer.write(text.replace("\t", "    ").strip() + ";\n\n")

    event.listen(connection, "before_execute", write)
    with EnvironmentContext(config, script, fn=steps) as environment:
        environment.configure(connection=connection, **options)
        impl = environment.get_context().impl
        impl.static_output, impl.as_sql, impl.literal_binds = write_and_send, True, True
        with environment.begin_transaction():
            environment.run_migrations()
    event.remove(connection, "before_execute", write)
    return pieces
