"""The demo: a throw-away home with a seeded branch, and the window on it."""

import gc
import hashlib
import os
import shutil
import sys
from collections.abc import Iterator, Sequence
from contextlib import contextmanager
from datetime import UTC, datetime, timedelta
from pathlib import Path
from tempfile import TemporaryDirectory, gettempdir

from counter_app.bootstrap.adapters import SystemClock
from counter_app.bootstrap.ground import FirstStart, SetUp, set_up
from counter_app.bootstrap.settings import Settings, is_set_up
from counter_app.bootstrap.shipped import shipped_content
from counter_app.bootstrap.spooling import Papers
from counter_app.config import RESOURCES, Home
from counter_app.db.store import SqliteStore
from counter_app.domain.cameras import Camera
from counter_app.domain.dates import branch_time
from counter_app.rehearsal.demo_branch import ADMINISTRATOR, BRANCH, PASSWORD
from counter_app.rehearsal.demo_month import confirm_morning, play_month
from counter_app.rehearsal.demo_morning import hire, play_morning
from counter_app.services import printed
from counter_app.services.accounts import account_view
from counter_app.services.counter import Counter, acting_as
from counter_app.services.ports import PrintOrder
from counter_app.vault.passwords import PasswordCost

MORNING = timedelta(minutes=80)
"""How long before now the demo's morning begins; its play takes a little less."""

MONTH_BEGINS = timedelta(days=60)
"""Before a month of business days with the longest holidays in it."""

DEMO_COST = PasswordCost(1, 8_192, 1)
"""The demo's one password is known to everybody; a dear verifier would only delay its start."""


class PlayedClock:
    """The clock of the demo's morning: stands still, and is set on by the play.

    `pace` shortens every wait when little of the business day has passed, as at night.
    """

    def __init__(self, start: datetime, pace: float = 1.0) -> None:
        self._now, self._pace = start, pace

    def now(self) -> datetime:
        """The played instant."""
        return self._now

    def set(self, instant: datetime) -> None:
        """It is this instant now."""
        self._now = instant.astimezone(UTC)

    def go_on_as(self, other: "PlayedClock") -> None:
        """Stands as another clock does, at its pace."""
        self._now, self._pace = other._now, other._pace

    def wait(self, minutes: float) -> None:
        """Lets minutes pass."""
        self._now += timedelta(minutes=minutes) * self._pace


def seed(home: Home, settings: Settings, now: datetime, *, month: bool = False) -> None:
    """A home with the demo's branch, people, customers and morning; with `month` what came before."""
    clock = PlayedClock(now - MONTH_BEGINS) if month else played_clock(now)
    told = FirstStart(
        BRANCH,
        ADMINISTRATOR.number,
        ADMINISTRATOR.name,
        ADMINISTRATOR.post.zh,
        PASSWORD,
        settings,
    )
    made = set_up(home, told, shipped_content(), DEMO_COST, clock)
    if not isinstance(made, SetUp):
        raise SystemExit(f"demo: {made.code}")
    counter = made.ground.counter
    administrator = acting_as(account_view(counter, ADMINISTRATOR.number), settings.window)
    hire(counter, administrator, made.ground.passwords.verifier(PASSWORD))
    if month:
        _play_month(made, clock, now)
    play_morning(counter, clock.wait)
    orders = [order for order, _state in made.ground.store.pending_orders()]
    send_papers(made.ground.store, counter, empty_tray=orders[-1:])
    made.ground.store.close()


def _play_month(made: SetUp, clock: PlayedClock, now: datetime) -> None:
    """The month before, whose papers nobody renders: a thousand pictures would take minutes."""
    counter, store = made.ground.counter, made.ground.store
    gc.disable()  # a thousand visits leave no cycles worth looking for
    try:
        play_month(counter, clock, branch_time(now).date())
    finally:
        gc.enable()
    for order, _state in store.pending_orders():
        store.set_order_state(order.paper, order.copy_number, "sent", "")
    clock.go_on_as(played_clock(now))
    confirm_morning(counter)


def played_clock(now: datetime) -> PlayedClock:
    """A morning that ends about now and lies whole in today's business day."""
    cut_off = branch_time(now).replace(hour=BRANCH.cut_off_hour, minute=0, second=0, microsecond=0)
    day_began = cut_off if cut_off <= now else cut_off - timedelta(days=1)
    start = max(now - MORNING, day_began.astimezone(UTC))
    return PlayedClock(start, (now - start) / MORNING)


def send_papers(
    store: SqliteStore, counter: Counter, empty_tray: Sequence[PrintOrder] = ()
) -> None:
    """The morning's papers went out, as on any morning; those of `empty_tray` met just that."""
    papers = Papers()
    for order, _state in store.pending_orders():
        content = store.content(order.content_hash)
        assert content is not None
        state, reason = ("failed", "printer_refused") if order in empty_tray else ("sent", "")
        pdf = papers.render(content, order.mark) if state == "sent" else None
        printed.record(counter, order, state, reason, pdf)
        store.set_order_state(order.paper, order.copy_number, state, reason)


def month_home(folder: Path, settings: Settings, cache: Path | None = None) -> Home:
    """A copy, in `folder`, of the demo with a month behind it; built once a day and program."""
    now = SystemClock().now()
    kept = (cache or Path(gettempdir())) / f"counter-month-{_built_from(now, settings)}"
    if not kept.exists():
        part = kept.with_suffix(f".{os.getpid()}")
        seed(Home(part), settings, now, month=True)
        part.rename(kept)
    shutil.copytree(kept, folder, dirs_exist_ok=True)
    return Home(folder)


def _built_from(now: datetime, settings: Settings) -> str:
    """Names the day, this PC's settings, and everything that the month is made from."""
    told = hashlib.sha256(f"{branch_time(now).date()} {settings}".encode())
    for root in (RESOURCES, Path(__file__).parents[1]):
        for file in sorted((*root.rglob("*.py"), *root.rglob("*.yaml"))):
            told.update(file.read_bytes())
    return told.hexdigest()[:16]


@contextmanager
def demo_home(folder: Path | None, language: str | None, *, month: bool = False) -> Iterator[Home]:
    """The demo's home: a given folder that is kept, or one that is thrown away."""
    cameras = (Camera("柜台 3 号上", "3", 92), Camera("柜台 2 号上", "2", -15))
    chosen = language or "zh"
    settings = Settings(terminal="03", window="3", language=chosen, cameras=cameras)
    if folder is not None:
        home = Home(folder)
        if not is_set_up(home):
            _make(home, settings, month=month)
        yield home
        return
    with TemporaryDirectory(prefix="counter-demo-", ignore_cleanup_errors=True) as made:
        home = Home(Path(made))
        _make(home, settings, month=month)
        yield home


def _make(home: Home, settings: Settings, *, month: bool) -> None:
    if month:
        month_home(home.folder, settings)
    else:
        seed(home, settings, SystemClock().now())


def has_display() -> bool:
    """Whether a window can be shown to somebody."""
    if sys.platform != "linux" or os.environ.get("QT_QPA_PLATFORM"):
        return True
    return bool(os.environ.get("DISPLAY") or os.environ.get("WAYLAND_DISPLAY"))


def run_demo(folder: Path | None, language: str | None, *, smoke: bool, month: bool = False) -> int:
    """Opens the window on the demo; with `smoke` it paints once and ends."""
    if not has_display():
        if not smoke:
            print(
                "没有显示器，无法打开窗口。No display: the window cannot be shown.", file=sys.stderr
            )
            return 2
        os.environ["QT_QPA_PLATFORM"] = "offscreen"
    from counter_app.bootstrap.window import run_window

    with demo_home(folder, language, month=month) as home:
        return run_window(home.folder, language, smoke=smoke)


def run_tour(out: Path, folder: Path | None, language: str, *, keys: bool) -> int:
    """Plays whole visits through the real window, offscreen, and photographs them."""
    os.environ.setdefault("QT_QPA_PLATFORM", "offscreen")
    from counter_app.bootstrap.touring import tour

    with demo_home(folder, language) as home:
        return tour(home, out, language, keys=keys)
