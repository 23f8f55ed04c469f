#!/usr/bin/env python3
"""Applies chains to SQLite databases with real Alembic, connected, one after the other, for as long as it is asked to.

Each line of standard input is a request, {"scripts": folder, "database": file, "direction": "upgrade", "target": "heads"}; the folder
holds `versions`. Each is answered by a line, {"error": null} or {"error": "what Alembic raised"}.
"""
import json
import sys
import warnings

import common
import sqlite


def main():
    common.without_chance()
    common.require_pinned_versions()
    common.keep_source_order()
    sys.dont_write_bytecode = True
    warnings.simplefilter("ignore")
    for line in sys.stdin:
        request = json.loads(line)
        try:
            apply(**request)
            error = None
        except Exception as raised:
            error = f"{type(raised).__name__}: {raised}"
        print(json.dumps({"error": error}), flush=True)


def apply(scripts, database, direction, target):
    from alembic.config import Config

    config = Config()
    config.set_main_option("script_location", scripts)
    with sqlite.connected(database) as connection:
        common.migrate(config, connection, {}, direction, target)


if __name__ == "__main__":
    main()
