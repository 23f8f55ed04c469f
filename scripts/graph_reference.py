#!/usr/bin/env python3
"""Writes golden/graph/*.json: what Alembic makes of many revision graphs and symbols.

Run with a Python that has the pinned Alembic; nothing else writes these files:

    python scripts/graph_reference.py golden/graph

Each file holds graphs of one family, made from a fixed seed. Each graph has its revisions, what Alembic's map says of
them (or the error it raises), and questions: an upgrade, downgrade, stamp, history or show, with the steps, version
table statements, texts or error that Alembic answers. Where Alembic iterates over a set of strings, the answer is that of
PYTHONHASHSEED=0; branch labels alone keep the order of insertion, which is the source order.
"""
import json
import os
import pathlib
import random
import sys
import types
import warnings

import alembic
from alembic.runtime import migration
from alembic.script import base, revision
from alembic.util import CommandError
from sqlalchemy.util import OrderedSet

PINNED = "1.20.1"


class OrderedMeta(type(OrderedSet)):
    def __instancecheck__(cls, instance):
        return isinstance(instance, __builtins__.set)


class Ordered(OrderedSet, metaclass=OrderedMeta):
    """A set in order of insertion that passes for the builtin one."""


if os.environ.get("PYTHONHASHSEED") != "0":
    os.execve(sys.executable, [sys.executable, *sys.argv], {**os.environ, "PYTHONHASHSEED": "0"})
# Labels alone are still in an order of chance: they come together by way of sets of objects.
revision.set = Ordered


# ------------------------------------------------------------------------------------------------ Alembic, recorded


class Table:
    """The version table of a fake context: statements are recorded."""

    as_sql = True

    def __init__(self):
        self.changes = []

    def made(self, change):
        self.changes.append(change)


class Recorder(migration.HeadMaintainer):
    def _insert_version(self, version):
        assert version not in self.heads
        self.heads.add(version)
        self.context.made(["insert", version])

    def _delete_version(self, version):
        self.heads.remove(version)
        self.context.made(["delete", version])

    def _update_version(self, from_, to_):
        assert to_ not in self.heads
        self.heads.remove(from_)
        self.heads.add(to_)
        self.context.made(["update", from_, to_])


def directory(revisions):
    """A ScriptDirectory over revisions that stand in no folder."""

    def load():
        for entry in revisions:
            def upgrade():
                pass

            def downgrade():
                pass

            module = types.SimpleNamespace(
                revision=entry["id"], down_revision=entry["down"], branch_labels=entry["labels"], depends_on=entry["depends"],
                upgrade=upgrade, downgrade=downgrade, __doc__=entry["doc"],
            )
            yield base.Script(module, entry["id"], "versions/%s.py" % entry["id"])

    script = object.__new__(base.ScriptDirectory)
    script.revision_map = revision.RevisionMap(load)
    return script


def starting_rows(script, start):
    context = types.SimpleNamespace(as_sql=True, _start_from_rev=start, script=script)
    return migration.MigrationContext.get_current_heads(context)


def record(steps, rows):
    table = Table()
    recorder = Recorder(table, rows)
    recorded = []
    for step in steps:
        create = not recorder.heads
        recorder.update_to_step(step)
        recorded.append([step.short_log, create, table.changes])
        table.changes = []
    return {"steps": recorded, "after": sorted(recorder.heads)}


def split(text):
    if ":" in text:
        return text.split(":", 2)
    return None, text


def answer(script, question):
    kind, argument = question["ask"], question.get("of")
    if kind == "upgrade":
        start, end = split(argument)
        rows = starting_rows(script, start)
        return record(script._upgrade_revs(end, rows), rows)
    if kind == "downgrade":
        start, end = split(argument)
        if start is None:
            raise CommandError("downgrade with --sql requires <fromrev>:<torev>")
        rows = starting_rows(script, start)
        return record(script._downgrade_revs(end, rows), rows)
    if kind in ("upgrade_from", "downgrade_from"):
        rows = tuple(question["rows"])
        steps = script._upgrade_revs if kind == "upgrade_from" else script._downgrade_revs
        return record(steps(argument, rows), rows)
    if kind == "upgrade_alone":
        found = script.get_revision(argument)
        rows = found._versioned_down_revisions
        return record([migration.MigrationStep.upgrade_from_script(script.revision_map, found)], rows)
    if kind == "downgrade_alone":
        found = script.get_revision(argument)
        return record([migration.MigrationStep.downgrade_from_script(script.revision_map, found)], (argument,))
    if kind == "stamp":
        start, ends = None, []
        for text in argument:
            first, end = split(text)
            if first is not None:
                if start not in (None, first):
                    raise CommandError("Stamp operation with --sql only supports a single starting revision at a time")
                start = first
            ends.append(end)
        rows = starting_rows(script, start)
        return record(script._stamp_revs(tuple(ends), rows), rows)
    if kind == "stamp_from":
        rows = tuple(question["rows"])
        return record(script._stamp_revs(tuple(argument), rows), rows)
    if kind == "history":
        head = low = None
        if argument is not None:
            if ":" not in argument:
                raise CommandError("History range requires [start]:[end], [start]:, or :[end]")
            low, head = argument.strip().split(":")
        return {"ids": [s.revision for s in script.walk_revisions(base=low or "base", head=head or "heads")]}
    if kind == "show":
        return {"ids": [s.revision for s in script.get_revisions(argument)]}
    if kind == "current":
        return {"ids": sorted(s.revision for s in script.get_all_current(tuple(question["rows"])))}
    if kind == "texts":
        lines = [s.cmd_format(False, include_branches=True, include_doc=True, include_parents=True) for s in script.walk_revisions()]
        heads = [s.cmd_format(False, include_branches=True, tree_indicators=False) for s in script.get_revisions(script.get_heads())]
        branches = []
        for s in script.walk_revisions():
            if s.is_branch_point:
                branches.append("%s\n%s\n" % (s.cmd_format(False, include_branches=True), "\n".join(
                    "%s -> %s" % (" " * len(str(s.revision)), script.get_revision(r).cmd_format(False, include_branches=True, include_doc=False))
                    for r in s.nextrev)))
        return {"history": lines, "entries": [s.log_entry for s in script.walk_revisions()], "heads": heads, "branches": branches}
    raise SystemExit(kind)


def asked(script, question):
    try:
        return dict(question, **answer(script, question))
    except CommandError as error:
        return dict(question, error=str(error))
    except revision.RevisionError as error:
        return dict(question, error=str(error))
    except Exception as error:  # an assertion or a lookup of Alembic's own: there is no message to compare
        return dict(question, crash=type(error).__name__)


# ------------------------------------------------------------------------------------------------ graphs

LABELS = ["shop", "audit", "billing", "core", "shop_extra"]


class Maker:
    def __init__(self, seed, size, *, linear=0.0, merge=0.0, base=0.0, depends=0.0, label=0.0, short=False):
        self.random = random.Random(seed)
        self.chance = dict(linear=linear, merge=merge, base=base, depends=depends, label=label)
        self.short = short
        self.made = []
        self.labels = list(LABELS)
        for _ in range(size):
            self.add()

    def tips(self):
        taken = {d for entry in self.made for d in self.tuple(entry["down"])}
        return [entry["id"] for entry in self.made if entry["id"] not in taken]

    @staticmethod
    def tuple(value):
        return () if value is None else (value,) if isinstance(value, str) else tuple(value)

    def name(self):
        while True:
            text = self.random.choice(["ab12", "ab13", "c0ffee", "9"]) + "".join(self.random.choice("0123456789abcdef") for _ in range(1 if self.short else 6))
            if text not in [entry["id"] for entry in self.made]:
                return text

    def add(self):
        pick, chance = self.random, self.chance
        ids = [entry["id"] for entry in self.made]
        tips = self.tips()
        if not ids or pick.random() < chance["base"]:
            down = None
        elif len(tips) > 1 and pick.random() < chance["merge"]:
            down = pick.sample(tips, pick.randint(2, min(3, len(tips))))
            down = tuple(down) if pick.random() < 0.5 else down
        elif pick.random() < chance["linear"]:
            down = pick.choice(tips)
        else:
            down = pick.choice(ids)
        depends = None
        if ids and pick.random() < chance["depends"]:
            wanted = pick.sample(ids, min(len(ids), pick.choice([1, 1, 2, 3])))
            labelled = {label for entry in self.made for label in self.tuple(entry["labels"])}
            if labelled and pick.random() < 0.3:
                wanted[0] = pick.choice(sorted(labelled))
            depends = wanted[0] if len(wanted) == 1 and pick.random() < 0.5 else wanted
        labels = None
        if self.labels and pick.random() < chance["label"]:
            labels = [self.labels.pop(0)]
            if self.labels and pick.random() < 0.2:
                labels.append(self.labels.pop(0))
            labels = labels[0] if len(labels) == 1 and pick.random() < 0.5 else tuple(labels)
        name = self.name()
        doc = pick.choice([None, "", "one line", "first\n\nCreate Date: 2024-05-01 10:00:00.000000\n", "  padded\nsecond\n\n  third\n"])
        self.made.append(dict(id=name, down=down, depends=depends, labels=labels, doc=doc))

    def shuffled(self):
        made = list(self.made)
        self.random.shuffle(made)
        return made


def symbols(pick, entries):
    ids = [entry["id"] for entry in entries]
    labels = [label for entry in entries for label in Maker.tuple(entry["labels"])] or ["shop"]
    some, other, label = pick.choice(ids), pick.choice(ids), pick.choice(labels)
    return [
        "head", "heads", "base", some, other, some[:4], some[:2], some[:-1], "ab1", "zzzz", label, label[:4], f"{label}@head",
        f"{label}@heads", f"{label}@base", f"{label}@{some}", f"{label}@{some[:5]}", f"{some}@head", f"{some}@heads", f"{some}@base",
        "nope@head", "nope@base", "+1", "+2", "-1", "-2", "+0", f"+{len(ids) + 3}", f"-{len(ids) + 3}", f"{some}+1", f"{some}+2",
        f"{some}-1", f"{other}-2", f"{label}@+1", f"{label}@+2", f"{label}@-1", f"{label}@-2", f"{label}@{some}+1", f"{label}@{some}-1",
        f"{label}@base+1", "head-1", "heads-1", "base+1", "base-1", "current", "", "@head", "a@b@c", f"{some}+", f"{some}-x", "+1x",
    ]


def questions(pick, entries, many):
    ids = [entry["id"] for entry in entries]
    everything = symbols(pick, entries)
    yield {"ask": "texts"}
    yield {"ask": "history", "of": None}
    yield {"ask": "upgrade", "of": "heads"}
    yield {"ask": "downgrade", "of": "-1"}
    for symbol in everything:
        yield {"ask": "upgrade", "of": symbol}
        yield {"ask": "show", "of": symbol}
    for _ in range(many):
        start, end = pick.choice(everything + ids * 3), pick.choice(everything + ["base", "head", "-1", "+1"] + ids)
        yield {"ask": "upgrade", "of": f"{start}:{end}"}
        start, end = pick.choice(everything + ids * 8), pick.choice(everything + ["base", "-1", "-2"] * 4 + ids)
        yield {"ask": "downgrade", "of": f"{start}:{end}"}
        start, end = pick.choice(["", "-2", "base"] + everything + ids * 3), pick.choice(["", "head", "heads"] + everything + ids * 2)
        if "current" not in (start, end):  # that asks a database
            yield {"ask": "history", "of": f"{start}:{end}"}
        yield {"ask": "stamp", "of": [pick.choice(everything + ids * 2) for _ in range(pick.choice([1, 1, 2]))]}
        yield {"ask": "stamp", "of": [f"{pick.choice(ids)}:{pick.choice(everything + ids * 3)}"]}


def row_questions(pick, script, entries, many):
    """Questions from version tables that hold several rows, as a real database would."""
    everything = symbols(pick, entries)
    ids = [entry["id"] for entry in entries]
    heads = list(script.revision_map._real_heads)
    yield {"ask": "downgrade_from", "of": "base", "rows": heads}
    for target in ids:
        yield {"ask": "downgrade_from", "of": target, "rows": heads}
        yield {"ask": "upgrade_alone", "of": target}
        yield {"ask": "downgrade_alone", "of": target}
    for _ in range(many):
        reached = script._upgrade_revs("heads", ())
        try:
            rows = record(reached[: pick.randint(0, len(reached))], ())["after"]
        except KeyError:  # a merge with a dependency that has no row of its own
            continue
        pick.shuffle(rows)
        yield {"ask": "upgrade_from", "of": pick.choice(["heads", "+1"] + everything), "rows": rows}
        yield {"ask": "downgrade_from", "of": pick.choice(["base", "-1"] + everything + ids), "rows": rows}
        yield {"ask": "stamp_from", "of": [pick.choice(["heads", "base"] + everything + ids)], "rows": rows}
        yield {"ask": "current", "rows": rows}


def described(entries, many):
    script = directory(entries)
    graph = {"revisions": entries}
    with warnings.catch_warnings():
        warnings.simplefilter("ignore")
        try:
            map_ = script.revision_map
            map_._revision_map
        except revision.RevisionError as error:
            return dict(graph, error=str(error))
        except KeyError as error:
            return dict(graph, crash="KeyError", missing=str(error.args[0]))
        graph["heads"], graph["real_heads"], graph["bases"] = list(map_.heads), list(map_._real_heads), list(map_.bases)
        graph["nodes"] = [
            [list(node._normalized_down_revisions), list(node.nextrev), list(node.branch_labels)]
            for node in (map_._revision_map[entry["id"]] for entry in entries)
        ]
        pick = random.Random(repr(entries))
        wanted = list(questions(pick, entries, many)) + list(row_questions(pick, script, entries, many))
        graph["questions"] = [asked(script, question) for question in wanted]
    return graph


FAMILIES = {
    "linear": dict(linear=1.0, label=0.2),
    "branches": dict(linear=0.5, label=0.3),
    "merges": dict(linear=0.4, merge=0.4, label=0.2),
    "bases": dict(linear=0.7, base=0.25, merge=0.1, label=0.4),
    "dependencies": dict(linear=0.7, base=0.25, depends=0.4, label=0.4),
    "tangled": dict(linear=0.4, base=0.15, merge=0.35, depends=0.35, label=0.35),
}


def broken(seed):
    """A graph with one defect."""
    maker = Maker(seed, 6, linear=0.6, merge=0.3, depends=0.3, label=0.4)
    pick, made = maker.random, maker.made
    entry = pick.choice(made)
    defect = ["parent", "dependency", "cycle", "dependency cycle", "loop", "dependency loop", "label", "label of id", "id", "all in a ring"][seed % 10]
    if defect == "parent":
        entry["down"] = "0000missing"
    elif defect == "dependency":
        entry["depends"] = ["0000missing"]
    elif defect == "cycle":
        made[1]["down"] = made[-1]["id"]
    elif defect == "dependency cycle":
        made[1]["depends"] = made[-1]["id"]
        made[-1]["down"] = made[-2]["id"]
        made[2]["down"], made[3]["down"], made[4]["down"] = made[1]["id"], made[2]["id"], made[3]["id"]
    elif defect == "loop":
        entry["down"] = (entry["id"], made[0]["id"])
    elif defect == "dependency loop":
        entry["depends"] = entry["id"]
    elif defect == "label":
        made[0]["labels"], made[3]["labels"] = "twice", ["twice"]
    elif defect == "label of id":
        made[2]["labels"] = made[4]["id"]
    elif defect == "id":
        entry["id"] = entry["id"] + "@-x"
    else:
        made[0]["down"] = made[-1]["id"]
    return made


def main(folder):
    if alembic.__version__ != PINNED:
        raise SystemExit("needs Alembic %s, this is %s" % (PINNED, alembic.__version__))
    folder = pathlib.Path(folder)
    folder.mkdir(parents=True, exist_ok=True)
    for name, chances in FAMILIES.items():
        graphs = []
        for seed in range(6):
            maker = Maker("%s %d" % (name, seed), 3 + 2 * seed % 11, short=seed % 4 == 3, **chances)
            entries = maker.shuffled() if seed % 2 else maker.made
            graphs.append(described(entries, 12))
        write(folder / (name + ".json"), graphs)
    write(folder / "broken.json", [described(broken(seed), 1) for seed in range(20)])


def write(path, graphs):
    """One question a line, so that a change can be read."""
    parts = []
    for graph in graphs:
        asked_ = graph.pop("questions", [])
        head = json.dumps(graph, ensure_ascii=False)[:-1]
        lines = ",\n".join("  " + json.dumps(question, ensure_ascii=False) for question in asked_)
        parts.append('%s, "questions": [\n%s\n]}' % (head, lines))
    path.write_text("[\n" + ",\n".join(parts) + "\n]\n", encoding="utf-8")


if __name__ == "__main__":
    main(*sys.argv[1:])
