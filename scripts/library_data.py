#!/usr/bin/env python3
"""Writes the tables of library names that Aludel embeds (src/model/library/data/*.txt).

Run in an environment with Alembic and SQLAlchemy at the pinned versions:

    python scripts/library_data.py

names.txt    <module>.<name> <kind> <path or value>     what each public name of each public module is
classes.txt  <class> <bases> <methods> <attributes> <literals>
types.txt    <short name> <class> <visit name> <positional> <keywords> <attributes of an instance> <class whose constructor it is>
arguments.txt <dialect>.<construct> <keywords>
modules.txt  <name> <m module, f function, c class> [<path of SQLAlchemy or Alembic>]   of packages of which little is understood

Lines are sorted by their first field, fields are separated by tabs, so that a reader can find a line by bisection.
Kinds of names: m module, c class, f function, o any other object, v a literal in JSON.
"""

import ast
import enum
import importlib
import importlib.util
import inspect
import json
import pathlib
import pkgutil
import sys
import types
import warnings

import alembic
import sqlalchemy
from sqlalchemy.types import TypeEngine

PINNED = {"alembic": "1.20.1", "sqlalchemy": "2.1.9"}
OUT = pathlib.Path(__file__).resolve().parent.parent / "src/model/library/data"
ROOTS = ("sqlalchemy", "alembic")
SKIPPED = ("sqlalchemy.testing", "alembic.testing", "alembic.templates", "sqlalchemy.dialects.type_migration")
# Whole families of classes that a revision can only import, never use: their members are left out.
OPAQUE = ("Compiler", "Dialect", "IdentifierPreparer", "ExecutionContext", "Inspector_")
# Keywords that a constructor takes out of `**kw`.
POPPED = {"mysql.SET": ["retrieve_as_bitwise"], "sqlite.DATETIME": ["truncate_microseconds"], "sqlite.TIME": ["truncate_microseconds"]}
# Other names of a keyword that the constructors below a class take out of `**kw`: class, other name, name.
OTHER_NAMES = [("_StringType", "collate", "collation")]
DRIVERS = (
    "aiomysql", "aioodbc", "aiosqlite", "asyncmy", "asyncpg", "cx_oracle", "cymysql", "mariadbconnector", "mssqlpython", "mysqlconnector",
    "mysqldb", "oracledb", "pg8000", "psycopg", "psycopg2", "psycopg2cffi", "pymssql", "pymysql", "pyodbc", "pysqlcipher", "pysqlite",
)
# Packages with types of their own, which third_party.txt tells of: their modules are listed, the rest is by hand.
THIRD_PARTY = (
    "citext", "geoalchemy2", "oslo_db", "pgvector", "sqlalchemy_continuum", "sqlalchemy_json", "sqlalchemy_searchable", "sqlalchemy_utils",
    "sqlmodel",
)
WRAPPED = {"sqlmodel": ("sqlalchemy", "sqlalchemy.orm")}
BY_HAND = (
    "advanced_alchemy", "advanced_alchemy.types", "advanced_alchemy.types.datetime", "advanced_alchemy.types.guid",
    "advanced_alchemy.types.identity", "advanced_alchemy.types.json", "duckdb_engine", "duckdb_engine.datatypes", "fastapi_users_db_sqlalchemy",
    "fastapi_users_db_sqlalchemy.generics", "fastapi_utils", "lazy_object_proxy", "fastapi_utils.guid_type", "sqlalchemy_jsonfield",
)
FUNCTIONS = ("lazy_object_proxy.Proxy",)
LITERALS = (str, int, float, bool, type(None))


def modules():
    """Every module of the libraries that can be imported here."""
    found = {}
    for root in ROOTS:
        package = importlib.import_module(root)
        found[root] = package
        waiting = [package]
        while waiting:
            parent = waiting.pop()
            for info in pkgutil.iter_modules(parent.__path__, parent.__name__ + "."):
                if info.name.startswith(SKIPPED) or info.name.endswith("__main__"):
                    continue
                try:
                    found[info.name] = importlib.import_module(info.name)
                except Exception:  # a driver that is not installed
                    continue
                if info.ispkg:
                    waiting.append(found[info.name])
    return found


def ours(path):
    return path.split(".")[0] in ROOTS


def resolve(path):
    """The object a dotted path names, or None."""
    parts = path.split(".")
    for cut in range(len(parts), 0, -1):
        module = sys.modules.get(".".join(parts[:cut]))
        if module is None:
            continue
        value = module
        for part in parts[cut:]:
            value = getattr(value, part, None)
        return value
    return None


def assigned_names(module):
    """The names that a module's own source binds by assignment."""
    try:
        tree = ast.parse(inspect.getsource(module))
    except (OSError, TypeError, SyntaxError):
        return set()
    names = set()
    for node in tree.body:
        targets = node.targets if isinstance(node, ast.Assign) else [node.target] if isinstance(node, ast.AnnAssign) else []
        for target in targets:
            names.update(leaf.id for leaf in ast.walk(target) if isinstance(leaf, ast.Name))
    return names


def is_public(name):
    return not name.startswith("_") or name == "__version__"


def describe(module_name, name, value, homes):
    """(kind, path) of a member, or None where it is not the libraries' own."""
    here = f"{module_name}.{name}"
    if isinstance(value, types.ModuleType):
        return ("m", value.__name__) if ours(value.__name__) else None
    if type(value) in LITERALS:
        return "v", json.dumps(value)
    if hasattr(value, "__wrapped__"):
        # a name of old that says so and passes on to where it has moved
        value = vars(resolve(module_name)).get(f"_{name}", value)
    if isinstance(value, type) or callable(value):
        path = f"{getattr(value, '__module__', None)}.{getattr(value, '__qualname__', None)}"
        if resolve(path) is value:
            if not ours(path):
                return None
            return ("c" if isinstance(value, type) else "f"), path
    kind_module = getattr(type(value), "__module__", "")
    if isinstance(value, (types.FunctionType, types.BuiltinFunctionType)):
        return "f", homes.get(id(value), here)
    if not ours(kind_module) and not isinstance(value, (dict, frozenset, set, tuple, list)):
        return None
    return "o", homes.get(id(value), here)


def names_table(found):
    homes = {}
    for module_name, module in found.items():
        for name in sorted(assigned_names(module)):
            value = vars(module).get(name)
            if value is not None and not isinstance(value, LITERALS):
                homes.setdefault(id(value), f"{module_name}.{name}")
    lines = {}
    for module_name, module in found.items():
        if module_name.rsplit(".", 1)[-1].startswith("_"):
            continue
        lines[module_name] = ("m", module_name)
        listed = set(getattr(module, "__all__", ()))
        for name in {*dir(module), *listed}:
            if not (is_public(name) or name in listed):
                continue
            value = getattr(module, name, None)
            entry = describe(module_name, name, value, homes)
            if entry:
                lines[f"{module_name}.{name}"] = entry
    for path, cls in all_classes(found).items():
        for name, value in vars(cls).items():
            if isinstance(value, enum.Enum) and path.startswith("sqlalchemy.dialects.") and type(value.value) is str:
                # a word of the dialect, which only ever ends in SQL
                lines[f"{path}.{name}"] = ("v", json.dumps(value.value))
            elif is_public(name) and (isinstance(value, enum.Enum) or type(value).__name__ == "symbol"):
                lines.setdefault(f"{path}.{name}", ("o", f"{path}.{name}"))
    return [f"{key}\t{kind}\t{'=' if path == key else path}" for key, (kind, path) in lines.items()]


def path_of(cls):
    return f"{cls.__module__}.{cls.__qualname__}"


def all_classes(found):
    seen = {}
    for module in found.values():
        for value in vars(module).values():
            if isinstance(value, type) and ours(value.__module__):
                for base in value.__mro__:
                    if ours(base.__module__):
                        seen[path_of(base)] = base
    return seen


def literal(value):
    return json.dumps(value) if type(value) in LITERALS else None


def class_line(path, cls):
    bases = [path_of(base) if ours(base.__module__) else base.__name__ for base in cls.__bases__]
    methods, attributes, literals = [], [], []
    if not any(word in cls.__name__ for word in OPAQUE):
        for name, value in vars(cls).items():
            if name.startswith("_") and name != "__visit_name__":
                continue
            if isinstance(value, (types.FunctionType, classmethod, staticmethod)) or type(value).__name__ in ("hybridmethod", "hybridproperty"):
                methods.append(name)
            elif literal(value) is not None:
                literals.append(f"{name}={literal(value)}")
            else:
                attributes.append(name)
        annotated = getattr(cls, "__annotations__", {})
        attributes.extend(name for name in annotated if not name.startswith("_") and name not in vars(cls))
    fields = [path, *(" ".join(part) for part in (bases, sorted(methods), sorted(set(attributes)))), "\x1f".join(sorted(literals))]
    return "\t".join(fields)


def signature(cls):
    """Positional and keyword-only parameter names of a type's constructor, **kw followed into the bases."""
    positional, keywords = [], []
    for depth, base in enumerate(cls.__mro__):
        init = vars(base).get("__init__")
        if init is None or base is object:
            continue
        catch_all = False
        for parameter in list(inspect.signature(init).parameters.values())[1:]:
            if parameter.kind is parameter.VAR_KEYWORD:
                catch_all = True
            elif parameter.kind is parameter.VAR_POSITIONAL:
                if not any(name.startswith("*") for name in positional):
                    positional.append("*" + parameter.name)
            elif parameter.kind is parameter.KEYWORD_ONLY or keywords is None or catch_all or getattr(signature, "inner", False):
                keywords.append(parameter.name)
            else:
                positional.append(parameter.name)
        if not catch_all:
            break
        signature.inner = True
    signature.inner = False
    return positional, sorted(set(keywords) - set(positional))


def instance_attributes(cls):
    try:
        instance = cls()
    except Exception:
        return {}
    return {name: literal(value) for name, value in vars(instance).items() if literal(value) is not None and not name.startswith("_")}


def short_name(cls):
    parts = cls.__module__.split(".")
    if parts[:2] == ["sqlalchemy", "dialects"]:
        return f"{parts[2]}.{cls.__name__}"
    if parts[0] == "sqlalchemy":
        return cls.__name__
    return f"{parts[0]}.{cls.__name__}"


def types_table(classes):
    lines = {}
    for path, cls in classes.items():
        if not issubclass(cls, TypeEngine) or cls.__name__.startswith("_") or "<locals>" in path:
            continue
        parts = path.split(".")
        if any(part in DRIVERS for part in parts):
            continue
        if parts[:2] == ["sqlalchemy", "dialects"] and getattr(sys.modules[".".join(parts[:3])], cls.__name__, None) is not cls:
            if short_name(cls) in lines:
                continue
        positional, keywords = signature(cls)
        keywords += [name for name in POPPED.get(short_name(cls), ()) if name not in keywords]
        keywords += [f"{other}={name}" for base, other, name in OTHER_NAMES if base in (parent.__name__ for parent in cls.__mro__)]
        attributes = "\x1f".join(f"{name}={value}" for name, value in sorted(instance_attributes(cls).items()))
        visit = getattr(cls, "__visit_name__", "") or ""
        owner = next((base.__name__ for base in cls.__mro__ if "__init__" in vars(base) and base is not object), "")
        line = "\t".join([short_name(cls), path, visit, " ".join(positional), " ".join(keywords), attributes, owner])
        if short_name(cls) in lines and getattr(sys.modules[".".join(parts[:3])], cls.__name__, None) is not cls:
            continue
        lines[short_name(cls)] = line
    return list(lines.values())


def modules_table():
    """The modules of packages with types of their own."""
    names = set(BY_HAND)
    for root in THIRD_PARTY:
        waiting = [root]
        while waiting:
            name = waiting.pop()
            names.add(name)
            spec = importlib.util.find_spec(name)
            for info in pkgutil.iter_modules(spec.submodule_search_locations or ()):
                child = f"{name}.{info.name}"
                if ".tests" in child or ".alembic" in child or ".admin" in child:
                    continue
                names.add(child)
                if info.ispkg:
                    waiting.append(child)
    own = [f"{name}\tm" for name in names] + [f"{name}\tf" for name in FUNCTIONS]
    return own + [f"{name}\t{kind}\t{path}" for name, (kind, path) in passed_on(names).items()]


def passed_on(modules):
    """Names of SQLAlchemy and Alembic that modules of other packages hold: `sqlmodel.Column`."""
    found = wrapped()
    for module_name in sorted(modules):
        try:
            module = importlib.import_module(module_name)
        except Exception:  # what the package needs is not installed
            continue
        for name in filter(is_public, dir(module)):
            entry = describe(module_name, name, getattr(module, name, None), {})
            if entry and entry[0] in "mcf" and ours(entry[1]):
                found[f"{module_name}.{name}"] = entry
    return found


def wrapped():
    """What a package has anew under SQLAlchemy's own names, for its annotations alone: `sqlmodel.select`."""
    found = {}
    for package, homes in WRAPPED.items():
        module = importlib.import_module(package)
        for home in map(importlib.import_module, homes):
            for name in filter(is_public, dir(module)):
                own, theirs = getattr(module, name), getattr(home, name, None)
                anew = own is not theirs and getattr(own, "__module__", "").split(".")[0] == package
                anew = anew and callable(theirs) and isinstance(own, type) == isinstance(theirs, type)
                entry = describe(home.__name__, name, theirs, {}) if anew else None
                if entry and entry[0] in "cf":
                    found[f"{package}.{name}"] = entry
    return found


def arguments_table():
    """Which dialect-specific keywords each construct takes."""
    lines = []
    for name in ("mssql", "mysql", "mariadb", "oracle", "postgresql", "sqlite"):
        for construct, accepted in sqlalchemy.dialects.registry.load(name).construct_arguments or ():
            lines.append(f"{name}.{construct.__name__}\t{' '.join(sorted(accepted))}")
    return lines


def write(name, lines):
    OUT.mkdir(parents=True, exist_ok=True)
    text = "\n".join(sorted(set(lines), key=lambda line: line.split("\t", 1)[0].encode())) + "\n"
    (OUT / name).write_text(text, encoding="utf-8")
    print(name, len(lines), len(text))


def main():
    have = {"alembic": alembic.__version__, "sqlalchemy": sqlalchemy.__version__}
    if have != PINNED:
        sys.exit(f"want {PINNED}, have {have}")
    warnings.simplefilter("ignore")
    found = modules()
    classes = all_classes(found)
    write("names.txt", names_table(found))
    write("classes.txt", [class_line(path, cls) for path, cls in classes.items()])
    write("types.txt", types_table(classes))
    write("arguments.txt", arguments_table())
    write("modules.txt", modules_table())


if __name__ == "__main__":
    main()
