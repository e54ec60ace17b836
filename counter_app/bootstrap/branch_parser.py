"""The words of the commands `branch …` and `join`; what they do is imported when they are called."""

import argparse
from pathlib import Path
from typing import TypeAlias

from counter_app.i18n import LANGUAGES

USUAL_HOURS = 24

Commands: TypeAlias = "argparse._SubParsersAction[argparse.ArgumentParser]"


def add_branch(commands: Commands) -> None:
    """All that an administrator does with a branch database."""
    top = commands.add_parser("branch", help="the branch's shared database: made, looked at, kept")
    parts = top.add_subparsers(metavar="WHAT", required=True)
    init = _part(parts, "init", "make schema and functions for this home's branch; repeatable")
    init.add_argument("--home", type=Path, default=argparse.SUPPRESS)
    init.set_defaults(run=_init)
    _part(parts, "status", "the server and all terminals").set_defaults(run=_status)
    _part(parts, "upgrade", "bring the schema up to this program").set_defaults(run=_upgrade)
    backup = _part(parts, "backup-done", "a backup of the database is safely elsewhere")
    backup.add_argument("--begun", help="when it began (ISO); without it, a day ago is taken")
    backup.set_defaults(run=_backup_done)
    admit = _part(parts, "admit", "let a terminal in: prints its join code, good once")
    admit.add_argument("terminal", type=int)
    admit.add_argument(
        "--audience",
        action="append",
        choices=("complaint", "quality", "restricted"),
        default=[],
        help="what else its PC may hold beside what is for all; repeatable",
    )
    admit.add_argument("--host", help="how the terminal reaches the server, if not as --url says")
    admit.add_argument("--hours", type=int, default=USUAL_HOURS, help="how long the code is good")
    admit.set_defaults(run=_admit)
    revoke = _part(parts, "revoke", "shut a terminal out at once; its entries stay")
    revoke.add_argument("terminal", type=int)
    revoke.set_defaults(run=_revoke)
    go_on = parts.add_parser("go-on", help="this PC, copied or restored, goes on in a new journal")
    go_on.add_argument("--staff", required=True, help="the administrator's number")
    go_on.add_argument("--home", type=Path, default=argparse.SUPPRESS)
    go_on.set_defaults(run=_go_on)


def add_branch_demo(commands: Commands) -> None:
    """A branch for a newcomer to see."""
    demo = commands.add_parser("branch-demo", help="a server and three windows whose work travels")
    demo.add_argument("--smoke", action="store_true", help="make, open, paint, end")
    demo.add_argument("--lang", choices=LANGUAGES)
    demo.set_defaults(run=_branch_demo)


def add_join(commands: Commands) -> None:
    """What a joining PC does."""
    join = commands.add_parser("join", help="this PC joins a branch by a join code")
    join.add_argument("code", nargs="+", help="all groups; between them anything")
    join.add_argument("--home", type=Path, default=argparse.SUPPRESS)
    join.add_argument("--window", default="1", help="the number of its window")
    join.set_defaults(run=_join)


def _part(parts: Commands, name: str, text: str) -> argparse.ArgumentParser:
    made = parts.add_parser(name, help=text)
    made.add_argument("--url", required=True, help="postgresql://owner@host/database")
    return made


def _init(words: argparse.Namespace) -> int:
    from counter_app.bootstrap.branch_commands import init_branch

    return init_branch(words.home, words.url)


def _status(words: argparse.Namespace) -> int:
    from counter_app.bootstrap.branch_commands import branch_status

    return branch_status(words.url)


def _upgrade(words: argparse.Namespace) -> int:
    from counter_app.bootstrap.branch_commands import upgrade_branch

    return upgrade_branch(words.url)


def _backup_done(words: argparse.Namespace) -> int:
    from counter_app.bootstrap.branch_commands import backup_done

    return backup_done(words.url, words.begun)


def _admit(words: argparse.Namespace) -> int:
    from counter_app.bootstrap.branch_admission import Admission, admit_terminal

    audiences = ("all", *words.audience)
    admission = Admission(words.terminal, audiences, words.host, words.hours)
    return admit_terminal(words.url, admission)


def _branch_demo(words: argparse.Namespace) -> int:
    from counter_app.bootstrap.branch_demo import run_branch_demo

    return run_branch_demo(words.lang, smoke=words.smoke)


def _revoke(words: argparse.Namespace) -> int:
    from counter_app.bootstrap.branch_admission import revoke_terminal

    return revoke_terminal(words.url, words.terminal)


def _go_on(words: argparse.Namespace) -> int:
    from counter_app.bootstrap.going_on import go_on_here

    return go_on_here(words.home, words.staff)


def _join(words: argparse.Namespace) -> int:
    from counter_app.bootstrap.branch_admission import join_home

    return join_home(words.home, " ".join(words.code), words.window)
