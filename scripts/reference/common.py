"""What the reference scripts share: the pinned versions, the projects, and real Alembic run in a forked child."""
import builtins
import contextlib
import importlib.metadata
import io
import os
import pathlib
import pickle
import sys
import tomllib
import traceback

ROOT = pathlib.Path(__file__).resolve().parents[2]
GOLDEN = ROOT / "golden"
LIVE = GOLDEN / "live"
# Packages without which all but the dialects they bring can be written.
OF_DIALECTS = {"sqlalchemy-cockroachdb", "duckdb-engine", "duckdb"}
# Options of context.configure() that concern an offline script alone.
OFFLINE_ONLY = {"url", "dialect_name", "literal_binds", "dialect_opts", "as_sql", "output_buffer", "starting_rev", "tag"}


def require_pinned_versions():
    """Ends the program unless the installed packages are those of requirements.txt; returns {name: version}."""
    lines = (pathlib.Path(__file__).parent / "requirements.txt").read_text().splitlines()
    pinned = dict(line.split("==") for line in lines if "==" in line)
    wrong = {}
    for name, version in pinned.items():
        try:
            installed = importlib.metadata.version(name)
        except importlib.metadata.PackageNotFoundError:
            installed = None
        if installed != version and not (installed is None and name in OF_DIALECTS):
            wrong[name] = f"{name} is {installed}, {version} is pinned"
    if wrong:
        sys.exit("the reference must be the pinned one: " + "; ".join(wrong.values()))
    return pinned


def without_chance():
    """Starts the program anew where Python's hashes of strings change from run to run: Alembic iterates over sets of them."""
    if os.environ.get("PYTHONHASHSEED") != "0":
        os.execve(sys.executable, [sys.executable, *sys.argv], {**os.environ, "PYTHONHASHSEED": "0"})


def dialects():
    """The dialects of Aludel, and which one each extends: what makes sense in that one does in it."""
    folders = sorted(folder for folder in (ROOT / "dialects").iterdir() if folder.is_dir() and not folder.name.startswith("_"))
    return {folder.name: tomllib.loads((folder / "dialect.toml").read_text())["extends"] for folder in folders}


def installed_dialects():
    """Those whose packages are there; says which are not."""
    from sqlalchemy import exc
    from sqlalchemy.engine import make_url

    there = []
    for name in dialects():
        try:
            make_url(f"{name}://").get_dialect()
            there.append(name)
        except (exc.NoSuchModuleError, ImportError):
            print(f"left as it is, since its package is not installed: {name}", file=sys.stderr)
    return there


def register_implementations():
    """Alembic's side of the dialects whose package leaves it to `env.py`, written as its manual has it."""
    from alembic.ddl.impl import DefaultImpl

    with contextlib.suppress(ImportError):
        import sqlalchemy_cockroachdb.psycopg2  # noqa: F401
    type("DuckDBImpl", (DefaultImpl,), {"__dialect__": "duckdb"})


def write_reference_file(pinned):
    """golden/REFERENCE: which versions the goldens' bytes are of."""
    lines = ["Written by scripts/reference with", *(f"{name}=={version}" for name, version in pinned.items())]
    (GOLDEN / "REFERENCE").write_text("\n".join(lines) + "\n")


def projects(names=()):
    """The tables of golden/projects.toml, or those of them that are named."""
    with open(GOLDEN / "projects.toml", "rb") as file:
        found = tomllib.load(file)["project"]
    if unknown := set(names) - {project["name"] for project in found}:
        sys.exit(f"no such project: {', '.join(sorted(unknown))}")
    return [project for project in found if not names or project["name"] in names]


def in_child(function, *arguments):
    """The result of function(*arguments) in a forked child, so that one project's modules never meet another's."""
    reader, writer = os.pipe()
    child = os.fork()
    if child == 0:
        os.close(reader)
        try:
            answer = ("done", function(*arguments))
        except BaseException:
            answer = ("failed", traceback.format_exc())
        with os.fdopen(writer, "wb") as pipe:
            pickle.dump(answer, pipe)
        os._exit(0)
    os.close(writer)
    with os.fdopen(reader, "rb") as pipe:
        outcome, value = pickle.load(pipe)
    os.waitpid(child, 0)
    if outcome == "failed":
        sys.exit(value)
    return value


def enter(project):
    """Makes this process one that stands in the project's folder, with nothing of the environment."""
    sys.dont_write_bytecode = True
    os.chdir(ROOT / project["directory"])
    for name in set(os.environ) - {"PATH", "HOME", "LANG"}:
        del os.environ[name]


def config_of(project, buffer=None):
    """The alembic.config.Config of a project; offline scripts go to the buffer."""
    from alembic.config import Config

    return Config(project["config"], ini_section=project.get("section", "alembic"), output_buffer=buffer,
                  stdout=io.StringIO())


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
        with no_file_written():
            command.upgrade(config_of(project, io.StringIO()), "heads", sql=True)
    except Seen as seen:
        return {name: value for name, value in seen.args[0].items() if name not in OFFLINE_ONLY}
    finally:
        EnvironmentContext.configure = original
    sys.exit(f"{project['name']}: env.py never called context.configure()")


def run_arguments(project):
    """What an env.py that runs the migrations for several databases tells the revisions, as Alembic's multidb template calls it."""
    return {"engine_name": project["database"]} if "database" in project else {}


def migrate(config, connection, options, direction, target, arguments=None):
    """Goes up or down to a target, connected."""
    from alembic.runtime.environment import EnvironmentContext
    from alembic.script import ScriptDirectory

    script = ScriptDirectory.from_config(config)

    def steps(heads, context):
        return script._upgrade_revs(target, heads) if direction == "upgrade" else script._downgrade_revs(target, heads)

    with EnvironmentContext(config, script, fn=steps) as environment:
        environment.configure(connection=connection, **options)
        with environment.begin_transaction():
            environment.run_migrations(**(arguments or {}))


def rows(project, dialect):
    """The file of rows to put in, in a dialect's own SQL where that of the others won't do."""
    own = LIVE / "rows" / f"{project['name']}.{dialect}.sql"
    return own if own.exists() else LIVE / "rows" / f"{project['name']}.sql"


@contextlib.contextmanager
def no_file_written():
    """What is opened for writing is in memory."""
    opened = builtins.open

    def open_in_memory(file, mode="r", *rest, **options):
        return io.StringIO() if "w" in mode else opened(file, mode, *rest, **options)

    builtins.open = open_in_memory
    try:
        yield
    finally:
        builtins.open = opened


@contextlib.contextmanager
def database_chosen(project, buffer):
    """Where env.py writes a file for each database, what it writes for the project's goes to the buffer, and no file is made."""
    from alembic.runtime.environment import EnvironmentContext

    if "database" not in project:
        yield
        return
    configure, run_migrations = EnvironmentContext.configure, EnvironmentContext.run_migrations
    written, chosen = [], []

    def configure_to_memory(self, **options):
        written.append(io.StringIO())
        return configure(self, **{**options, "output_buffer": written[-1]})

    def run_and_choose(self, **arguments):
        if arguments == run_arguments(project):
            chosen.append(written[-1])
            run_migrations(self, **arguments)

    EnvironmentContext.configure, EnvironmentContext.run_migrations = configure_to_memory, run_and_choose
    try:
        with no_file_written():
            yield
        [database] = chosen
        buffer.write(database.getvalue())
    finally:
        EnvironmentContext.configure, EnvironmentContext.run_migrations = configure, run_migrations


@contextlib.contextmanager
def dialect_forced(dialect):
    """Where env.py's URL is of another dialect, context.configure() gets the wanted one in its place."""
    from alembic.runtime.environment import EnvironmentContext
    from sqlalchemy.engine import make_url

    configure = EnvironmentContext.configure

    def configure_for_dialect(self, **options):
        url = options.get("url")
        if url is None or make_url(url).get_backend_name() != dialect:
            options.update(url=None, dialect_name=dialect)
        return configure(self, **options)

    EnvironmentContext.configure = configure_for_dialect
    try:
        yield
    finally:
        EnvironmentContext.configure = configure


def refusal(error):
    """How a failure of Alembic is written down: class and first line."""
    return f"{type(error).__name__}: {str(error).splitlines()[0] if str(error) else ''}"


def keep_source_order():
    """Sets of objects that Alembic and SQLAlchemy iterate over keep the order things were made in, or else put in.

    In what order a table's constraints and indexes come is left to chance there: it hangs on where in memory they are. Of the outputs
    that may come, this one is the reference. Sets of strings are left alone; see without_chance().
    """
    import alembic.operations.batch
    import sqlalchemy.sql.schema
    from sqlalchemy.util import OrderedSet

    class SourceOrder(OrderedSet):
        def __iter__(self):
            return iter(sorted(super().__iter__(), key=lambda item: getattr(item, "_creation_order", 0)))

    for module in (alembic.operations.batch, sqlalchemy.sql.schema):
        module.set = SourceOrder
