"""Writes expected.json: what Alembic's listing commands print about `project`. Run in the environment of golden/REFERENCE."""
import json
import os
import pathlib
import subprocess
import sys

HERE = pathlib.Path(__file__).resolve().parent
COMMANDS = """
history
history -v
history -r a1aaa:q4qqq
history -r :c3ccc
history -r b2:
history -r side@base:side@head
history -r x1:y2
history -r a1
history -r q4qqq:a1aaa
heads
heads -v
heads --resolve-dependencies
branches
branches -v
show d4ddd
show y2
show heads
show head
show base
show side@head
show a1:b2
show nope
""".strip().splitlines()


def run(command):
    words = [sys.executable, "-m", "alembic", *command.split()]
    done = subprocess.run(words, cwd=HERE / "project", capture_output=True, text=True, env={**os.environ, "PYTHONHASHSEED": "0", "COLUMNS": "500", "PYTHONDONTWRITEBYTECODE": "1"})
    if done.returncode:
        return {"error": done.stdout.strip().removeprefix("FAILED: ")}
    return {"text": done.stdout.replace(f"{HERE}/", "")}


if __name__ == "__main__":
    (HERE / "expected.json").write_text(json.dumps({command: run(command) for command in COMMANDS}, indent=1) + "\n")
