"""The words of the commands `office …`; what they do is imported when they are called."""

import argparse
from pathlib import Path

from counter_app.bootstrap.branch_parser import Commands

URL = "postgresql://owner@host/database of head office's own"


def add_office(commands: Commands) -> None:
    """All that head office does to read branches."""
    top = commands.add_parser("office", help="head office: reads branches into its own database")
    parts = top.add_subparsers(metavar="WHAT", required=True)
    init = parts.add_parser("init", help="make head office's database; repeatable")
    init.add_argument("--url", required=True, help=URL)
    init.add_argument("--name", default="总行")
    init.set_defaults(run=_init)
    join = parts.add_parser("join", help="read a branch from now on, by a join code that it gave")
    join.add_argument("code", nargs="+", help="all groups; between them anything")
    _home(join)
    join.set_defaults(run=_join)
    read = parts.add_parser("read", help="read every joined branch once")
    read.add_argument("--url", required=True, help=URL)
    _home(read)
    read.set_defaults(run=_read)


def _home(part: argparse.ArgumentParser) -> None:
    words = "where the ways to the branches are kept"
    part.add_argument("--home", type=Path, default=argparse.SUPPRESS, help=words)


def _init(words: argparse.Namespace) -> int:
    from counter_app.bootstrap.office_commands import init_office

    return init_office(words.url, words.name)


def _join(words: argparse.Namespace) -> int:
    from counter_app.bootstrap.office_commands import join_branch

    return join_branch(words.home, " ".join(words.code))


def _read(words: argparse.Namespace) -> int:
    from counter_app.bootstrap.office_commands import read_branches

    return read_branches(words.home, words.url)
