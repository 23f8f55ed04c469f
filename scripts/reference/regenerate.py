#!/usr/bin/env python3
"""Writes golden/examples/ with real Alembic, offline. Nothing else may write there.

    scripts/reference/regenerate.py [PROJECT ...]

For each project of golden/projects.toml and each of its dialects: the whole range both ways (upgrade.sql is
`upgrade heads --sql`, downgrade.sql is `downgrade heads:base --sql`), and each revision by itself both ways, the version
table standing at exactly its parents (or, downwards, at exactly itself). What print() writes is no part of a script.
refused.toml names what Alembic can't compile offline, and why.

For SQLite, Alembic offline refuses to rebuild a table. There the scripts are what connected Alembic sends, printed as its offline mode
prints (see sqlite.py).

commands.txt beside them is what the commands that report on the chain print, paths counted from the project's folder.
"""
import contextlib
import io
import logging
import os
import shutil
import sys
import tempfile

import common
import sqlite


# The reporting commands: the words of the command line, and the call that they are.
REPORTS = {
    "branches": ("branches", {}),
    "branches -v": ("branches", {"verbose": True}),
    "heads": ("heads", {}),
    "heads -v": ("heads", {"verbose": True}),
    "history": ("history", {}),
    "history -v": ("history", {"verbose": True}),
    "history -r -2:": ("history", {"rev_range": "-2:"}),
    "show heads": ("show", {"rev": "heads"}),
}


def main():
    common.without_chance()
    common.write_reference_file(common.require_pinned_versions())
    for project in common.projects(sys.argv[1:]):
        reports = common.in_child(report, project)
        folder = common.GOLDEN / "examples" / project["name"]
        folder.mkdir(parents=True, exist_ok=True)
        (folder / "commands.txt").write_text(reports, encoding="utf-8", newline="")
        for dialect in [*project["dialects"], *project.get("scripts_for", [])]:
            scripts, refused = common.in_child(compile_project, project, dialect)
            write(common.GOLDEN / "examples" / project["name"] / dialect, scripts, refused)
            print(f"{project['name']} {dialect}: {len(scripts)} scripts, {len(refused)} refused by Alembic")


def compile_project(project, dialect):
    """({file name: text}, {file name: refusal}) of one project in one dialect."""
    common.enter(project)
    common.register_implementations()
    common.keep_source_order()
    logging.disable()
    scripts, refused = {}, {}

    def keep(name, run):
        buffer = io.StringIO()
        try:
            with contextlib.redirect_stdout(io.StringIO()), common.database_chosen(project, buffer), common.dialect_forced(dialect):
                run(common.config_of(project, buffer))
            scripts[name] = buffer.getvalue()
        except BaseException as error:
            refused[name] = common.refusal(error)

    from alembic import command

    if dialect == "sqlite":
        sys.path.insert(0, os.getcwd())
        with tempfile.TemporaryDirectory(prefix="aludel-reference-") as folder:
            return sqlite.capture(project, common.options_of_env(project), folder), {}

    keep("upgrade.sql", lambda config: command.upgrade(config, "heads", sql=True))
    keep("downgrade.sql", lambda config: command.downgrade(config, "heads:base", sql=True))
    for revision in revisions_of(project):
        for direction in ("upgrade", "downgrade"):
            keep(f"{revision}.{direction}.sql", lambda config: run_one(config, revision, direction))
    return scripts, refused


def report(project):
    """What the reporting commands print, each under a line that names it."""
    from alembic import command

    common.enter(project)
    common.keep_source_order()
    text = ""
    for words, (name, arguments) in REPORTS.items():
        config = common.config_of(project)
        getattr(command, name)(config, **arguments)
        text += f"$ {words}\n{config.stdout.getvalue()}"
    return text.replace(f"{common.ROOT / project['directory']}/", "")


def revisions_of(project):
    from alembic.script import ScriptDirectory

    return sorted(script.revision for script in ScriptDirectory.from_config(common.config_of(project)).walk_revisions())


def run_one(config, revision, direction):
    """One step by itself, through the project's own env.py."""
    from alembic.runtime.environment import EnvironmentContext
    from alembic.runtime.migration import MigrationStep
    from alembic.script import ScriptDirectory

    directory = ScriptDirectory.from_config(config)
    script = directory.get_revision(revision)
    if direction == "upgrade":
        step, starting = MigrationStep.upgrade_from_script, script._versioned_down_revisions
    else:
        step, starting = MigrationStep.downgrade_from_script, (revision,)
    steps = [step(directory.revision_map, script)]
    with EnvironmentContext(config, directory, fn=lambda heads, context: steps, as_sql=True,
                            starting_rev=list(starting) or None, destination_rev=revision):
        directory.run_env()


def write(folder, scripts, refused):
    shutil.rmtree(folder, ignore_errors=True)
    folder.mkdir(parents=True)
    for name, text in scripts.items():
        (folder / name).write_text(text, encoding="utf-8", newline="")
    if refused:
        lines = [f"{toml_string(name)} = {toml_string(why)}\n" for name, why in sorted(refused.items())]
        (folder / "refused.toml").write_text("# What Alembic can't compile offline.\n" + "".join(lines))


def toml_string(text):
    return '"' + text.replace("\\", "\\\\").replace('"', '\\"') + '"'


if __name__ == "__main__":
    main()
