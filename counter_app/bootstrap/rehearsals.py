"""`bench` and `drill`: their own command lines, and the window and home that they are run on.

Owns the arguments, the sizes and the order. What is measured or broken is in `rehearsal`; nothing of it
is imported before it is chosen, because `bench` also starts the program that it measures.
"""

import argparse
import json
import os
import sys
from collections.abc import Callable, Iterator, Sequence
from contextlib import contextmanager
from dataclasses import dataclass, replace
from pathlib import Path
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from counter_app.bootstrap.window import TerminalWindow
    from counter_app.config import Home
    from counter_app.rehearsal.bench.lines import Line
    from counter_app.rehearsal.bench.window_hands import Stopwatch

BENCHES = (
    *("month", "start", "keys", "step", "reader", "staff", "f9"),
    *("commit", "receipt", "search", "log", "sync"),
)
DRILLS = ("kill", "damage", "day")
STORE_BENCHES = frozenset(("commit", "search", "log"))
HOME_BENCHES = frozenset(BENCHES) - STORE_BENCHES - {"sync"}
AT_DESK = frozenset(("keys", "step", "reader", "staff", "f9"))


@dataclass(frozen=True, slots=True)
class Sizes:
    """How much is measured."""

    starts: int = 9
    idle_keys: int = 300
    foreign: int = 10_000
    visits: int = 4
    receipts: int = 100
    customers: int = 200_000
    log_visits: int = 5_000
    commits: int = 200
    papers_read: int = 40
    reprints: int = 20
    served: int = 100


QUICK = Sizes(3, 60, 1_000, 1, 20, 5_000, 500, 40, 5, 3, 2)


def run_bench(args: Sequence[str]) -> int:
    """Measures and prints; 0 also when a figure is missed, for that is what it is to tell."""
    words = bench_parser().parse_args(_own(args))
    os.environ["QT_QPA_PLATFORM"] = "offscreen"
    if words.shown is not None:
        return _say_when_shown(words.shown)
    sizes = QUICK if words.quick else Sizes()
    chosen = frozenset(words.only or BENCHES)
    lines = []
    for line in _measured(chosen, sizes):
        if words.json != "-":
            print(line.line(), flush=True)
        lines.append(line)
    write_json(words.json, bench_report(lines, quick=words.quick))
    return 0


def bench_parser() -> argparse.ArgumentParser:
    """The arguments of `bench`."""
    parser = argparse.ArgumentParser(prog="bench", description="Figures of one run on this PC.")
    parser.add_argument(
        "--only", action="append", choices=BENCHES, metavar="NAME", help=", ".join(BENCHES)
    )
    parser.add_argument("--quick", action="store_true", help="smaller sizes, to try the bench")
    parser.add_argument("--json", metavar="FILE", help="write the figures; - for the output")
    parser.add_argument("--shown", type=Path, help=argparse.SUPPRESS)
    return parser


def bench_report(lines: "Sequence[Line]", *, quick: bool) -> dict[str, object]:
    """All figures and what they were measured on, as JSON has them."""
    import platform

    return {
        "machine": {
            "system": platform.system(),
            "processor": platform.machine(),
            "cores": os.cpu_count(),
            "python": platform.python_version(),
        },
        "quick": quick,
        "lines": [line.told() for line in lines],
    }


def run_drill(args: Sequence[str]) -> int:
    """Runs one drill; 2 and the list for a name that is none."""
    args = _own(args)
    if not args or args[0] not in (*DRILLS, "-h", "--help"):
        print(f"drill {' | '.join(DRILLS)}   [--rounds N] [--json FILE|-]", file=sys.stderr)
        return 2
    words = drill_parser().parse_args(args)
    if words.name == "day":
        return _day(words)
    return _drill(words.name)(words.rounds, words.json, print, words.seed)


def drill_parser() -> argparse.ArgumentParser:
    """The arguments of `drill`."""
    parser = argparse.ArgumentParser(prog="drill", description="Broken on purpose, and counted.")
    parser.add_argument("name", choices=DRILLS)
    parser.add_argument("--rounds", type=_rounds, default=100)
    parser.add_argument("--seed", type=int, help="the same moments and places again")
    parser.add_argument("--json", metavar="FILE", help="write the figures; - for the output")
    parser.add_argument("--life", choices=("first", "second"), help=argparse.SUPPRESS)
    parser.add_argument("--home", type=Path, help=argparse.SUPPRESS)
    return parser


def write_json(to: str | None, report: dict[str, object]) -> None:
    """Writes a report to a file, or to the output for `-`; nothing without a place."""
    text = json.dumps(report, ensure_ascii=False, indent=1)
    if to == "-":
        print(text)
    elif to:
        Path(to).write_text(text + "\n", "utf-8")


def _own(args: Sequence[str]) -> list[str]:
    """The arguments without the `--` that may part them from the program's own."""
    return list(args[1:] if args[:1] == ["--"] else args)


def _rounds(text: str) -> int:
    count = int(text)
    if count < 1:
        raise argparse.ArgumentTypeError("at least one round")
    return count


def _drill(name: str) -> "Callable[[int, str | None, Callable[[str], None], int | None], int]":
    if name == "damage":
        from counter_app.rehearsal.drills.damage import run_damage_drill

        return run_damage_drill
    from counter_app.rehearsal.drills.kill import run_kill_drill

    return run_kill_drill


def _day(words: argparse.Namespace) -> int:
    """The whole day, or as a process of its own the life of it that is named."""
    from counter_app.bootstrap.daying import live, run_day

    if words.life is not None:
        return live(words.life, words.home)
    return run_day(words.json, print)


def _measured(chosen: frozenset[str], sizes: Sizes) -> "Iterator[Line]":
    if chosen & HOME_BENCHES:
        from counter_app.bootstrap.demo import demo_home

        if "month" in chosen:
            yield _month()
        if chosen & HOME_BENCHES - {"month"}:
            with demo_home(None, "zh", month=True) as home:
                yield from _on_home(home, chosen, sizes)
    if chosen & STORE_BENCHES:
        from tempfile import TemporaryDirectory

        from counter_app.rehearsal.bench.stores import measure_stores

        with TemporaryDirectory(prefix="counter-bench-") as folder:
            yield from measure_stores(
                Path(folder), chosen, sizes.customers, sizes.log_visits, sizes.commits
            )
    if "sync" in chosen:
        from counter_app.rehearsal.bench import sync

        yield from sync.measure_sync(sync.QUICK if sizes is QUICK else sync.SyncSizes())


def _on_home(home: "Home", chosen: frozenset[str], sizes: Sizes) -> "Iterator[Line]":
    from counter_app.bootstrap.demo import demo_home

    if "start" in chosen:
        from counter_app.rehearsal.bench.starting import measure_start

        main = Path(__file__).resolve().parents[2] / "main.py"
        command = (sys.executable, str(main), "bench", "--", "--shown", str(home.folder))
        yield measure_start(command, sizes.starts)
    if "receipt" in chosen:
        yield _receipt(home, sizes.receipts)
    if chosen & AT_DESK:
        with demo_home(None, "zh", month=True) as untouched, _open_window(untouched) as window:
            yield from _at_desk(window, chosen, sizes)


def _month() -> "Line":
    """A month of history built anew, and then taken from where it is kept."""
    from tempfile import TemporaryDirectory

    from counter_app.bootstrap.demo import month_home
    from counter_app.bootstrap.settings import Settings
    from counter_app.rehearsal.bench.months import measure_month

    settings = Settings(terminal="03", window="3", language="zh")
    with TemporaryDirectory(prefix="counter-bench-") as folder:
        kept = Path(folder) / "kept"
        kept.mkdir()
        return measure_month(lambda name: month_home(Path(folder) / name, settings, kept))


def _f9(window: "TerminalWindow", watch: "Stopwatch", rounds: int) -> "Line":
    """The printer of the demo is a folder that can be held up."""
    from counter_app.printing.printers import FolderPrinter
    from counter_app.rehearsal.bench.stalled import measure_f9

    assert window.workplace is not None
    paperwork = window.workplace.paperwork
    assert isinstance(paperwork.printer, FolderPrinter)
    return measure_f9(watch, paperwork.printer, lambda: len(paperwork.spool.jobs()), rounds)


def _receipt(home: "Home", rounds: int) -> "Line":
    """The receipt of the last account opened in the demo's morning: its holder has a rare name."""
    from counter_app.bootstrap.ground import Ground, open_home
    from counter_app.config import FONTS
    from counter_app.printing.fonts import PaperFonts
    from counter_app.rehearsal.bench.papers import measure_receipt, receipt_of

    ground = open_home(home)
    assert isinstance(ground, Ground)
    try:
        content, paper = receipt_of(ground.store, "GRKH")
    finally:
        ground.store.close()
    return measure_receipt(paper, content.hash, PaperFonts(FONTS), rounds)


@contextmanager
def _open_window(home: "Home") -> "Iterator[TerminalWindow]":
    """The real window, painted where nobody sees it."""
    from PySide6.QtWidgets import QApplication

    from counter_app.bootstrap.settings import read_settings, write_settings
    from counter_app.bootstrap.window import TerminalWindow

    app = QApplication.instance() or QApplication(sys.argv[:1])
    assert isinstance(app, QApplication)
    app.setCursorFlashTime(0)  # a blinking caret is no answer to a key
    reader_file = str(home.folder / "reader.json")
    write_settings(home, replace(read_settings(home), reader_file=reader_file))
    window = TerminalWindow(app, home, "zh")
    window.open()
    try:
        yield window
    finally:
        window.stop()


def _at_desk(window: "TerminalWindow", chosen: frozenset[str], sizes: Sizes) -> "Iterator[Line]":
    """With a teller signed on. F8 first: the keys leave somebody half received."""
    from counter_app.rehearsal.bench.keys import measure_keys, measure_steps
    from counter_app.rehearsal.bench.window_hands import Stopwatch

    watch = Stopwatch(window)
    watch.sign_on()
    if "step" in chosen:
        yield measure_steps(watch, sizes.visits)
    if "f9" in chosen:
        yield _f9(window, watch, sizes.reprints)
    if "staff" in chosen:
        from counter_app.rehearsal.bench.staff_time import measure_staff_time
        from counter_app.rehearsal.plain_cases import PLAIN_CASES

        yield measure_staff_time(window, PLAIN_CASES[: sizes.served])
    if "reader" in chosen:
        from counter_app.rehearsal.bench.readers import measure_reader

        yield measure_reader(watch, Path(window.settings.reader_file), sizes.papers_read)
    if "keys" in chosen:
        from tempfile import TemporaryDirectory

        from counter_app.bootstrap.ground import own_branch
        from counter_app.rehearsal.bench.foreign import foreign_entries

        assert window.workplace is not None
        store = window.workplace.store
        branch = store.submit(lambda held: own_branch(held).subject).result()
        with TemporaryDirectory(prefix="counter-bench-") as folder:
            entries = foreign_entries(Path(folder), branch, sizes.foreign)
        yield measure_keys(watch, store.accept, entries, sizes.idle_keys)


def _say_when_shown(folder: Path) -> int:
    """The program's side of `start`: its window on a home, until the sign-on field has painted."""
    from PySide6.QtWidgets import QApplication

    from counter_app.bootstrap.settings import home_of
    from counter_app.bootstrap.window import TerminalWindow
    from counter_app.rehearsal.bench.first_paint import say_and_end_when_painted

    app = QApplication(sys.argv[:1])
    window = TerminalWindow(app, home_of(folder), None)
    say_and_end_when_painted(window.sign_on.form.staff)
    window.open()
    return app.exec()
