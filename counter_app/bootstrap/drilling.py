"""`drill` of the branch: its own command line, the figures as JSON, the table of docs/drills.md.

Owns the arguments and the order. What is broken is in `rehearsal.drills.branch`.
"""

import argparse
import json
import sys
from collections.abc import Sequence
from pathlib import Path

from counter_app.bootstrap.recording import recorded_visits
from counter_app.bootstrap.rehearsals import DRILLS
from counter_app.rehearsal.drills.branch.report import table, told
from counter_app.rehearsal.drills.branch.runs import PLAYS, play
from counter_app.rehearsal.drills.branch.stage import USUAL, DrillResult, Sizes
from counter_app.rehearsal.local_postgres import NoPostgres

ALL = "branch"
"""The name under which all drills of the branch run one after the other."""


def run_branch_drills(args: Sequence[str]) -> int:
    """Runs the named drills; 1 when one found a difference, 2 for a name that is none."""
    words, others = drill_parser().parse_known_args(args)
    names = list(PLAYS) if ALL in words.names else words.names
    unknown = [one for one in names if one not in PLAYS]
    if unknown or others:
        every = " | ".join((*DRILLS, ALL, *PLAYS))
        sys.stderr.write(f"drill {every}   [--seed N] [--json FILE|-]\n")
        return 2
    results = []
    sizes = Sizes(words.visits, entries=words.entries, record=recorded_visits)
    for name in names:
        try:
            results.append(play(name, words.seed, sizes))
        except NoPostgres as missing:
            sys.stderr.write(f"{missing}\n")
            return 2
        _say(results[-1], quiet=words.json == "-")
        _keep(results, words.json)
    if words.json == "-":
        sys.stdout.write(_figures(results))
    if words.table is not None:
        words.table.write_text(table(results), "utf-8")
    return 0 if all(one.clean for one in results) else 1


def drill_parser() -> argparse.ArgumentParser:
    """The arguments of a drill of the branch."""
    parser = argparse.ArgumentParser(prog="drill", description="Broken on purpose, and counted.")
    parser.add_argument("names", nargs="+", metavar="NAME")
    parser.add_argument("--seed", type=int, help="the same moments and places again")
    parser.add_argument("--visits", type=int, default=USUAL.visits, help="of each PC, a day")
    parser.add_argument("--entries", type=int, default=USUAL.entries, help="of the largest drill")
    parser.add_argument("--json", metavar="FILE", help="write the figures; - for the output")
    parser.add_argument(
        "--table", type=Path, metavar="FILE", help="write the table of these drills"
    )
    return parser


def _say(result: DrillResult, *, quiet: bool) -> None:
    out = sys.stderr if quiet else sys.stdout
    out.write(f"{result.line()}\n")
    for one in (*result.lost, *result.doubled, *result.differences):
        out.write(f"    {one}\n")
    out.flush()


def _figures(results: Sequence[DrillResult]) -> str:
    return json.dumps(told(results), ensure_ascii=False, indent=1) + "\n"


def _keep(results: Sequence[DrillResult], json_to: str | None) -> None:
    """After each drill: all of them take half an hour, and an interrupted run keeps what it has."""
    if json_to is not None and json_to != "-":
        Path(json_to).write_text(_figures(results), "utf-8")
