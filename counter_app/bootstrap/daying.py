"""The wiring of the drill of the day: its home, the window's two lives, and what is read at the end."""

import json
import os
import sys
from collections.abc import Callable, Sequence
from dataclasses import dataclass
from datetime import timedelta
from pathlib import Path
from tempfile import TemporaryDirectory
from typing import TYPE_CHECKING

from counter_app.bootstrap.adapters import SystemClock
from counter_app.bootstrap.demo import DEMO_COST, played_clock, send_papers
from counter_app.bootstrap.ground import FirstStart, Ground, SetUp, open_home, set_up
from counter_app.bootstrap.settings import Settings
from counter_app.bootstrap.shipped import shipped_content
from counter_app.config import Home
from counter_app.db.queries import open_reader
from counter_app.db.store import SqliteStore
from counter_app.db.store_files import StoreFiles
from counter_app.domain.dates import branch_time
from counter_app.rehearsal.day.by_service import ServiceHands, done
from counter_app.rehearsal.day.items import Comparison
from counter_app.rehearsal.day.logged import Shown
from counter_app.rehearsal.day.morning import Cast, Customer, customers
from counter_app.rehearsal.day.raw import EVERY_ENTRY, Raw, raw_entries
from counter_app.rehearsal.demo_branch import ADMINISTRATOR, BRANCH, PASSWORD
from counter_app.rehearsal.demo_morning import hire
from counter_app.rehearsal.drills.day import run_day_drill, say_lived
from counter_app.services import fallback_giving
from counter_app.services.accounts import account_view
from counter_app.services.counter import acting_as
from counter_app.services.day_sheet import read_sheet
from counter_app.services.fallback_giving import FormsWanted
from counter_app.services.paper_content import paper_of

if TYPE_CHECKING:
    from counter_app.bootstrap.window import TerminalWindow
    from counter_app.printing.printers import FolderPrinter
    from counter_app.rehearsal.day.by_keys import Place

TELLER, SUPERVISOR, WINDOW = "80231", "80201", "3"
ON_PAPER = "MMCZ"
"""The service that was served on an emergency form."""
FORM, HAPPENED = "form.txt", timedelta(minutes=30)


def run_day(json_to: str | None, say: Callable[[str], None]) -> int:
    """The drill on a throw-away home."""
    with TemporaryDirectory(prefix="counter-day-", ignore_cleanup_errors=True) as folder:
        return run_day_drill(HomeStage(Home(Path(folder))), json_to, say)


@dataclass(frozen=True, slots=True)
class HomeStage:
    """See `rehearsal.drills.day.Stage`: a home of its own, with no morning in it before."""

    home: Home

    def play_morning(self, script: Sequence[Customer] = ()) -> int:
        """Founds the branch and plays visits through the use cases: those of the day, or others."""
        settings = Settings(terminal="03", window=WINDOW, language="zh")
        clock = played_clock(SystemClock().now())
        names = (ADMINISTRATOR.number, ADMINISTRATOR.name, ADMINISTRATOR.post.zh)
        told = FirstStart(BRANCH, *names, PASSWORD, settings)
        made = set_up(self.home, told, shipped_content(), DEMO_COST, clock)
        assert isinstance(made, SetUp), made
        counter = made.ground.counter
        administrator = acting_as(account_view(counter, ADMINISTRATOR.number), WINDOW)
        hire(counter, administrator, made.ground.passwords.verifier(PASSWORD))
        teller = acting_as(account_view(counter, TELLER), WINDOW)
        cast = Cast(
            ServiceHands(counter, teller, clock.wait),
            acting_as(account_view(counter, SUPERVISOR), WINDOW),
        )
        coming = script or customers()
        for customer in coming:
            customer(cast)
        pack = done(fallback_giving.give_out(counter, teller, FormsWanted(ON_PAPER, 1)))
        (self.home.folder / FORM).write_text(pack.series[0].numbers[0], "utf-8")
        send_papers(made.ground.store, counter)
        made.ground.store.close()
        return len(coming)

    def life(self, name: str) -> Sequence[str]:
        """See `Stage.life`."""
        main = Path(__file__).resolve().parents[2] / "main.py"
        own = ("day", "--life", name, "--home", str(self.home.folder))
        return (sys.executable, str(main), "drill", "--", *own)

    def entries(self) -> list[Raw]:
        """See `Stage.entries`."""
        ground = self._opened()
        try:
            files, key = StoreFiles.in_home(self.home.folder), ground.key.value
        finally:
            self._closed(ground)
        return raw_entries(files, key)

    def read(self, use: Callable[[Shown], Comparison]) -> Comparison:
        """See `Stage.read`."""
        ground = self._opened()
        counter, founded = ground.counter, ground.counter.branch.founded
        assert founded is not None
        supervisor, day = acting_as(account_view(counter, SUPERVISOR), WINDOW), counter.today()
        self._closed(ground)
        reader = open_reader(StoreFiles.in_home(self.home.folder).database, ground.key.value)
        try:
            sheet = read_sheet(reader, founded, {}, day)
            return use(Shown(reader, supervisor, "03", sheet, self.home.folder / "exports"))
        finally:
            reader.close()

    def _opened(self) -> Ground:
        ground = open_home(self.home)
        assert isinstance(ground, Ground), ground
        return ground

    def _closed(self, ground: Ground) -> None:
        ground.store.close()
        ground.release()


def live(name: str, folder: Path) -> int:
    """A process at the window: plays its part of the day and says what came of it."""
    os.environ["QT_QPA_PLATFORM"] = "offscreen"
    from PySide6.QtWidgets import QApplication

    from counter_app.bootstrap.window import TerminalWindow
    from counter_app.rehearsal.day.by_keys import DayAtWindow

    app = QApplication(sys.argv[:1])
    window = TerminalWindow(app, Home(folder), "zh")
    window.open()
    handed_on = sys.stdin.readline()
    try:
        day = DayAtWindow(window, _place(window))
        if name == "first":
            typed = day.first_life()
            say_lived({"typed": typed, "told": day.told})
            return app.exec()  # until it is killed
        day.second_life(json.loads(handed_on))
    finally:
        # Also where a page did not come: its workers would keep the process for ever.
        window.stop()
    say_lived({"told": day.told})
    return 0


def _place(window: "TerminalWindow") -> "Place":
    """What lies on the counter, once the home is open."""
    from counter_app.rehearsal.day.by_keys import Place

    home = window.home
    happened = branch_time(SystemClock().now() - HAPPENED).strftime("%Y-%m-%d %H:%M")
    form = (home.folder / FORM).read_text("utf-8")
    return Place(lambda: _printer(window), lambda: _notices(window), form, happened)


def _printer(window: "TerminalWindow") -> "FolderPrinter":
    from counter_app.printing.printers import FolderPrinter

    assert window.workplace is not None
    printer = window.workplace.paperwork.printer
    assert isinstance(printer, FolderPrinter)
    return printer


def _notices(window: "TerminalWindow") -> Sequence[str]:
    """The codes on the notices that were given, as a reader reads them off the paper."""
    assert window.workplace is not None

    def codes(store: SqliteStore) -> list[str]:
        found = []
        for entry in store.entries_after(store.journal_id, 0, EVERY_ENTRY):
            if entry.kind == "paper_issued":
                content = store.content(json.loads(entry.body or "{}")["content_hash"])
                assert content is not None
                found.append(paper_of(content.data).skeleton or "")
        return [one for one in found if one]

    return window.workplace.store.submit(codes).result()
