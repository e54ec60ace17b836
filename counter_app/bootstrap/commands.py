"""The program's command line.

Owns the words of the commands and their exit codes: 0 done, 1 something is wrong, 2 it cannot be done
here or was asked wrongly. What a command does is imported when it is called, so that the window comes
first.
"""

import argparse
import sys
from collections.abc import Sequence
from datetime import date
from pathlib import Path

from counter_app.bootstrap.branch_parser import add_branch, add_branch_demo, add_join
from counter_app.bootstrap.office_parser import add_office
from counter_app.i18n import LANGUAGES


def main(argv: Sequence[str] | None = None) -> int:
    """Runs one command; without one, the window on this PC's home."""
    sys.setswitchinterval(0.0005)  # with the default a busy thread makes keys paint 30 ms later
    given = list(sys.argv[1:] if argv is None else argv)
    if given[:1] in (["bench"], ["drill"]):
        return _bench(given[1:]) if given[0] == "bench" else _drill(given[1:])
    words = parser().parse_args(given)
    return int(words.run(words))


def parser() -> argparse.ArgumentParser:
    """All commands; `--home DIR` works on every one that has to do with a home."""
    top = argparse.ArgumentParser(
        prog="main.py", description="柜面服务终端 Counter terminal for bank branches."
    )
    top.add_argument("--home", type=Path, help="use this folder instead of the PC's home")
    top.set_defaults(run=_window, lang=None)
    commands = top.add_subparsers(metavar="COMMAND")
    _demo(commands)
    _tour(commands)
    _checks(commands)
    add_branch(commands)
    add_branch_demo(commands)
    add_join(commands)
    add_office(commands)
    for name, text in (("bench", "measure"), ("drill", "break it on purpose and count")):
        commands.add_parser(name, help=text)  # takes its own options: see `main`
    return top


def _demo(commands: "argparse._SubParsersAction[argparse.ArgumentParser]") -> None:
    demo = commands.add_parser("demo", help="the window on a throw-away home with a seeded branch")
    demo.add_argument("--smoke", action="store_true", help="open, paint, end")
    demo.add_argument("--lang", choices=LANGUAGES)
    demo.add_argument("--month", action="store_true", help="with a month of history behind it")
    _home(demo)
    demo.set_defaults(run=_run_demo)


def _tour(commands: "argparse._SubParsersAction[argparse.ArgumentParser]") -> None:
    tour = commands.add_parser("tour", help="plays whole visits and photographs them")
    tour.add_argument("--out", type=Path, required=True)
    tour.add_argument("--lang", choices=LANGUAGES, default="zh")
    tour.add_argument("--keys", action="store_true", help="print the presses of each service")
    _home(tour)
    tour.set_defaults(run=_run_tour)


def _checks(commands: "argparse._SubParsersAction[argparse.ArgumentParser]") -> None:
    verify = commands.add_parser("verify", help="chain, and read rows equal to the fold")
    _home(verify)
    verify.set_defaults(run=_verify)
    recover = commands.add_parser("recover", help="bind this home to this PC by its recovery sheet")
    _home(recover)
    recover.set_defaults(run=_recover)
    salvage = commands.add_parser("salvage", help="go on from the last good copy and what is sound")
    _home(salvage)
    salvage.set_defaults(run=_salvage)
    pack = commands.add_parser("fallback-pack", help="print the forms for when nothing works")
    pack.add_argument("--out", type=Path, required=True, help="the folder of the PDF")
    pack.add_argument("--staff", required=True, help="who gives the forms out")
    _home(pack)
    pack.set_defaults(run=_fallback_pack)
    check = commands.add_parser("check-procedures", help="check a bank's own files")
    check.add_argument("folder", type=Path)
    check.add_argument("--lang", choices=LANGUAGES, default="zh")
    check.set_defaults(run=_check_procedures)
    publish = commands.add_parser("publish-procedures", help="put a bank's own files in force")
    publish.add_argument("folder", type=Path)
    publish.add_argument("--from", dest="from_date", type=date.fromisoformat, required=True)
    publish.add_argument("--staff", required=True, help="the administrator's number")
    _home(publish)
    publish.set_defaults(run=_publish_procedures)


def _home(parser_of_command: argparse.ArgumentParser) -> None:
    parser_of_command.add_argument("--home", type=Path, default=argparse.SUPPRESS)


def _window(words: argparse.Namespace) -> int:
    from counter_app.bootstrap.window import run_window

    return run_window(words.home, words.lang)


def _run_demo(words: argparse.Namespace) -> int:
    from counter_app.bootstrap.demo import run_demo

    return run_demo(words.home, words.lang, smoke=words.smoke, month=words.month)


def _run_tour(words: argparse.Namespace) -> int:
    from counter_app.bootstrap.demo import run_tour

    return run_tour(words.out, words.home, words.lang, keys=words.keys)


def _verify(words: argparse.Namespace) -> int:
    from counter_app.bootstrap.home_commands import verify_home

    return verify_home(words.home)


def _recover(words: argparse.Namespace) -> int:
    from counter_app.bootstrap.home_commands import recover_home

    return recover_home(words.home)


def _salvage(words: argparse.Namespace) -> int:
    from counter_app.bootstrap.home_commands import salvage_home

    return salvage_home(words.home)


def _fallback_pack(words: argparse.Namespace) -> int:
    from counter_app.bootstrap.home_commands import fallback_pack

    return fallback_pack(words.home, words.out, words.staff)


def _check_procedures(words: argparse.Namespace) -> int:
    from counter_app.bootstrap.home_commands import check_procedures

    return check_procedures(words.folder, words.lang)


def _publish_procedures(words: argparse.Namespace) -> int:
    from counter_app.bootstrap.home_commands import publish_procedures

    return publish_procedures(words.home, words.folder, words.staff, words.from_date)


def _bench(options: Sequence[str]) -> int:
    from counter_app.bootstrap.rehearsals import run_bench

    return run_bench(options)


def _drill(options: Sequence[str]) -> int:
    from counter_app.bootstrap.rehearsals import DRILLS, run_drill

    words = [one for one in options if one != "--"]
    if words and words[0] not in (*DRILLS, "-h", "--help"):
        from counter_app.bootstrap.drilling import run_branch_drills

        return run_branch_drills(words)
    return run_drill(options)
