#!/usr/bin/env python3
"""Writes golden/cases/*.<dialect>.sql with real Alembic, offline, from golden/cases/*.toml. Nothing else may write them.

    scripts/reference/cases.py [--dialect D]... [FAMILY ...]
"""
import argparse
import contextlib
import io
import logging
import pathlib
import re
import tempfile
import tomllib
import warnings

import common
import sqlite

CASES = common.GOLDEN / "cases"


def main():
    common.without_chance()
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("--dialect", action="append")
    parser.add_argument("families", nargs="*")
    arguments = parser.parse_args()
    common.write_reference_file(common.require_pinned_versions())
    import_reference()
    for path in sorted(CASES.glob("*.toml")):
        if arguments.families and path.stem not in arguments.families:
            continue
        family = tomllib.loads(path.read_text(encoding="utf-8"))
        for dialect in arguments.dialect or common.installed_dialects():
            texts = [
                f"--- case: {case['id']}\n{common.in_child(answer, family, case, dialect)}"
                for case in family["case"]
                if {dialect, common.dialects()[dialect]} & set(case.get("dialects", [dialect]))
            ]
            if texts:
                (CASES / f"{path.stem}.{dialect}.sql").write_text("".join(texts), encoding="utf-8", newline="")
        print(f"{path.stem}: {len(family['case'])} cases")


def import_reference():
    """Once, so that each forked child starts warm."""
    import alembic.command  # noqa: F401
    import alembic.config  # noqa: F401
    from sqlalchemy.dialects import mssql, mysql, oracle, postgresql, sqlite  # noqa: F401

    common.register_implementations()
    common.keep_source_order()


def answer(family, case, dialect):
    """What Alembic prints for a case, or that it raises."""
    from alembic import command
    from alembic.config import Config

    logging.disable()
    warnings.simplefilter("ignore")
    command_name, *words = case.get("arguments", "upgrade head --sql").split(" ")
    targets = [word for word in words if not word.startswith("--")]
    with tempfile.TemporaryDirectory() as folder, contextlib.redirect_stdout(io.StringIO()):
        lay_out(pathlib.Path(folder), family, case, dialect)
        buffer = io.StringIO()
        config = Config(f"{folder}/alembic.ini", output_buffer=buffer)
        try:
            if "tables" in case:
                return sqlite.capture({"config": f"{folder}/alembic.ini"}, {}, folder)["upgrade.sql"]
            getattr(command, command_name)(config, targets if command_name == "stamp" else targets[0], sql="--sql" in words)
        except BaseException as error:
            return f"--- error: {without_chance(common.refusal(error), folder)}\n"
        return buffer.getvalue()


def without_chance(message, folder):
    """A message without the temporary folder and without addresses in memory."""
    return re.sub(r" at 0x[0-9a-f]+", "", message.replace(folder, "."))


def lay_out(folder, family, case, dialect):
    """Writes the case as a project: alembic.ini, alembic/env.py, alembic/versions/*.py."""
    versions = folder / "alembic" / "versions"
    versions.mkdir(parents=True)
    configure = dict(case.get("configure", {}))
    metadata = f"MetaData(naming_convention={configure.pop('naming_convention', None)!r})"
    configure.setdefault("literal_binds", True)
    options = "".join(f"        {name}={value!r},\n" for name, value in sorted(configure.items()))
    (folder / "alembic.ini").write_text(filled("alembic.ini", dialect=dialect))
    (folder / "alembic" / "env.py").write_text(filled("env.py", metadata=metadata, options=options))
    for name, source in revisions(family, case):
        (versions / name).write_text(source, encoding="utf-8")


def revisions(family, case):
    """[(file name, source)] of a case."""
    fields = {"imports": "", "downgrade": "    pass", **case}
    if "tables" in case:
        tables = {**fields, "upgrade": case["tables"], "downgrade": "    pass"}
        return [("a1_.py", filled("revision.py", **tables)), ("a2_.py", filled("later_revision.py", **fields))]
    if "graph" not in case:
        return [("a1_.py", filled("revision.py", **fields))]
    return [
        (f"{revision['id']}_message_for_{revision['id']}.py", filled("graph_revision.py", **graph_fields(revision)))
        for revision in family["graph"][case["graph"]]
    ]


def graph_fields(revision):
    down = revision.get("down")
    return {
        "id": revision["id"],
        "revises": ", ".join(down) if isinstance(down, list) else down or "",
        "down_revision": literal(down),
        "branch_labels": literal(revision.get("labels")),
        "depends_on": literal(revision.get("depends_on")),
    }


def literal(value):
    return repr(tuple(value) if isinstance(value, list) else value)


def filled(template, **fields):
    """A template with its {fields} put in."""
    text = (CASES / "templates" / template).read_text(encoding="utf-8")
    return re.sub(r"\{(\w+)\}", lambda field: str(fields.get(field[1], field[0])), text)


if __name__ == "__main__":
    main()
