"""Alembic connected to SQLite: chains applied to a database in a file, and the statements that it sends.

What SQLite can't alter and a revision asks for outside of batch_alter_table(), where Alembic refuses or sends what SQLite refuses, is
done in a batch of its own: the twin that the revision should have been. Where Alembic's offline mode prints what SQLite refuses, that is
what stands among the statements that are written down.
"""
import contextlib
import functools
import io
import pathlib
import re
import shutil
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
            common.migrate(common.config_of(self.project), connection, options, direction, target, common.run_arguments(self.project))

    def dump(self):
        """The script that makes the database anew, without the time of day: what golden/live/rows puts in is older than 2025."""
        with contextlib.closing(sqlite3.connect(self.file)) as database:
            lines = list(database.iterdump())
        if not any("AUTOINCREMENT" in line for line in lines):
            # The table of counts outlives those that it is for, but nobody can make it.
            lines = [line for line in lines if "sqlite_sequence" not in line]
        text = "".join(f"{line}\n" for line in lines)
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
        with sending(self, writing=True, sent=False) as written:
            if written:
                plain["alter_column"](self, table_name, column_name, schema=schema, name=name, **options)
        with sending(self, writing=False, sent=True):
            in_batch("alter_column", table_name, schema, table_name, column_name, schema=schema, name=name, **options)

    def drop_column(self, table_name, column, *, schema=None, **options):
        with sending(self, writing=True, sent=False) as written:
            if written:
                plain["drop_column"](self, table_name, column, schema=schema, **options)
        with sending(self, writing=False, sent=True):
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


@contextlib.contextmanager
def sending(impl, writing, sent):
    """Whether statements are written and sent from here on, where they are captured; tells whether they are."""
    capture = getattr(impl.static_output, "__self__", None)
    if not isinstance(capture, Capture):
        yield False
        return
    before = capture.writing, capture.sent
    capture.writing, capture.sent = writing, sent
    try:
        yield True
    finally:
        capture.writing, capture.sent = before


class Capture:
    """Statements written down as they are sent."""

    def __init__(self, connection):
        self.connection, self.buffer = connection, io.StringIO()
        self.writing, self.sent = True, True

    def output(self, text):
        """In place of DefaultImpl.static_output()."""
        if self.sent and not text.startswith("-- "):
            self.connection.exec_driver_sql(text).close()
        if self.writing:
            self.buffer.write(f"{text}\n\n")

    def before_execute(self, connection, construct, *_):
        """What a revision sends through the connection itself, and Alembic's own version table."""
        from sqlalchemy.schema import ExecutableDDLElement

        compile_options = {} if isinstance(construct, ExecutableDDLElement) else {"compile_kwargs": {"literal_binds": True}}
        text = str(construct.compile(dialect=connection.dialect, **compile_options))
        if not text.startswith("SELECT alembic_version"):
            self.buffer.write(text.replace("\t", "    ").strip() + ";\n\n")


def in_batch(method, table, table_schema, *arguments, **options):
    from alembic import op
    from alembic.operations.batch import BatchOperationsImpl

    batch = BatchOperationsImpl(op._proxy, table, table_schema, "auto", None, (), {}, (), {}, None, ())
    getattr(batch, method)(*arguments, **options)
    batch.flush()


@functools.cache
def read_in_order():
    """From now on the constraints of a table that is read from the database are in the order of its CREATE TABLE.

    SQLAlchemy reads foreign keys, then unique constraints, then checks, and Alembic leaves to chance what order they come in.
    """
    from alembic.operations.batch import ApplyBatchImpl

    grab = ApplyBatchImpl._grab_table_elements

    def grab_in_order(self):
        if self.reflected:
            query = "SELECT sql FROM sqlite_master WHERE type = 'table' AND name = ?"
            text = self.impl.connection.exec_driver_sql(query, (self.table.name,)).scalar_one()
            for constraint in self.table.constraints:
                constraint._creation_order = place_of(constraint, text)
        grab(self)

    ApplyBatchImpl._grab_table_elements = grab_in_order


def place_of(constraint, text):
    """Where a constraint stands in the text of its table."""
    if constraint.name:
        found = re.search(rf'CONSTRAINT "?{re.escape(constraint.name)}"? ', text)
    else:
        columns = ", ".join(f'"?{re.escape(column.name)}"?' for column in constraint.columns)
        kind = {"unique_constraint": "UNIQUE", "foreign_key_constraint": "FOREIGN KEY"}.get(constraint.__visit_name__, "PRIMARY KEY")
        found = re.search(rf"{kind} ?\({columns}\)", text)
    return found.start() if found else 0


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


def capture(project, options, folder):
    """{file name: text}: what Alembic sends, for the whole range and each revision by itself, printed as its offline mode prints.

    A revision's own downgrade starts from what its upgrade left. The chain has no branches.
    """
    from alembic.script import ScriptDirectory

    alter_in_batch()
    read_in_order()
    config = common.config_of(project)
    script = ScriptDirectory.from_config(config)
    chain = [revision.revision for revision in reversed(list(script.walk_revisions()))]
    file, copy = f"{folder}/captured.sqlite", f"{folder}/copy.sqlite"
    scripts = {"upgrade.sql": "", "downgrade.sql": ""}

    def go(file, direction, target):
        with connected(file) as connection:
            return captured(config, script, connection, options, direction, target)

    for below, revision in zip(["base", *chain], chain):
        scripts[f"{revision}.upgrade.sql"] = go(file, "upgrade", revision)
        scripts["upgrade.sql"] += scripts[f"{revision}.upgrade.sql"]
        shutil.copy(file, copy)
        scripts[f"{revision}.downgrade.sql"] = go(copy, "downgrade", below)
    scripts["downgrade.sql"] = go(file, "downgrade", "base")
    return scripts


def captured(config, script, connection, options, direction, target):
    """The text of the way up or down."""
    from alembic.runtime.environment import EnvironmentContext
    from sqlalchemy import event

    capture = Capture(connection)

    def steps(heads, context):
        planned = script._upgrade_revs(target, heads) if direction == "upgrade" else script._downgrade_revs(target, heads)
        for step in planned:
            context.impl.static_output(f"-- Running {step.short_log}")
            yield step

    event.listen(connection, "before_execute", capture.before_execute)
    with EnvironmentContext(config, script, fn=steps) as environment:
        environment.configure(connection=connection, **options)
        impl = environment.get_context().impl
        impl.static_output, impl.as_sql, impl.literal_binds = capture.output, True, True
        with environment.begin_transaction():
            environment.run_migrations()
    event.remove(connection, "before_execute", capture.before_execute)
    return capture.buffer.getvalue()
