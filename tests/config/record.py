"""Writes expected.json: what Alembic makes of the configurations in cases.toml. Run in the environment of golden/REFERENCE."""
import json
import os
import pathlib
import sys
import tempfile
import tomllib
import warnings

from alembic.config import Config
from alembic.script import ScriptDirectory

HERE = pathlib.Path(__file__).parent
FOLDERS = ("one", "two", "scripts/versions", "pkg/migrations/versions")


def record(case):
    with tempfile.TemporaryDirectory() as root:
        root = os.path.realpath(root)
        os.chdir(root)
        for folder in FOLDERS:
            os.makedirs(folder)
        pathlib.Path("pkg/__init__.py").touch()
        for name, key in (("alembic.ini", "ini"), ("pyproject.toml", "pyproject")):
            if key in case:
                pathlib.Path(name).write_text(case[key])
        before = [root, *sys.path]
        sys.path[:] = before
        sys.modules.pop("pkg", None)
        config = Config("alembic.ini", toml_file="pyproject.toml", ini_section=case.get("section", "alembic"))
        try:
            script = ScriptDirectory.from_config(config)
            url = config.get_alembic_option("sqlalchemy.url")
            versions = [path for path in script._version_locations if path.exists()]
        except Exception as error:
            return {"error": type(error).__name__}
        finally:
            added = sys.path[: len(sys.path) - len(before)]
            sys.path[:] = before[1:]
        relative = lambda path: os.path.relpath(path, root)
        return {
            "script_location": relative(script.dir),
            "versions": [relative(path) for path in versions],
            "sys_path": [relative(path) for path in added],
            "recursive": script.recursive_version_locations,
            "file_template": script.file_template,
            "timezone": script.timezone,
            "url": url,
        }


if __name__ == "__main__":
    warnings.simplefilter("ignore")
    cases = tomllib.loads((HERE / "cases.toml").read_text())["case"]
    expected = {case["name"]: record(case) for case in cases}
    (HERE / "expected.json").write_text(json.dumps(expected, indent=1) + "\n")
