"""Writes golden/core/<dialect>/*.sql: what SQLAlchemy compiles the constructs of tests/core/*.py to.

Run with the pinned reference (see CONTRIBUTING): `python scripts/core_reference.py [dialect …]`.
Each statement is followed by a line `--`; one that SQLAlchemy refuses is `!! <class>`.
"""

import importlib.util
import pathlib
import sys
import types
import warnings

from sqlalchemy.engine import url

ROOT = pathlib.Path(__file__).resolve().parent.parent


def compile_all(path: pathlib.Path, dialect_name: str) -> str:
    dialect = url.make_url(f"{dialect_name}://").get_dialect()(paramstyle="named")
    texts = []

    def emit(construct):
        try:
            text = str(construct.compile(dialect=dialect, compile_kwargs={"literal_binds": True}))
        except Exception as error:  # the class is what the golden file records
            text = f"!! {type(error).__name__}"
        texts.append(f"{text}\n--\n")

    probe = types.ModuleType("core_probe")
    probe.emit = emit
    sys.modules["core_probe"] = probe
    spec = importlib.util.spec_from_file_location(path.stem, path)
    spec.loader.exec_module(importlib.util.module_from_spec(spec))
    return "".join(texts)


def main() -> None:
    warnings.simplefilter("ignore")
    for dialect in sys.argv[1:] or ["postgresql"]:
        folder = ROOT / "golden" / "core" / dialect
        folder.mkdir(parents=True, exist_ok=True)
        for path in sorted((ROOT / "tests" / "core").glob("*.py")):
            (folder / f"{path.stem}.sql").write_text(compile_all(path, dialect), encoding="utf-8")


if __name__ == "__main__":
    main()
