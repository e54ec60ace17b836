"""The demo of a branch: a server of its own, and three windows whose work travels.

Owns the order of making and ending. Everything is thrown away at the end; the server listens on this
machine only.
"""

import os
import subprocess
import sys
from collections.abc import Callable, Iterator, Sequence
from contextlib import contextmanager
from dataclasses import dataclass
from pathlib import Path
from tempfile import TemporaryDirectory

from counter_app.bootstrap.adapters import SystemClock
from counter_app.bootstrap.branch_admission import Admission, made_code
from counter_app.bootstrap.demo import has_display, seed
from counter_app.bootstrap.ground import Ground, open_home
from counter_app.bootstrap.joining import Joined, join
from counter_app.bootstrap.saying import CANNOT, cannot, refused
from counter_app.bootstrap.settings import Settings
from counter_app.config import RESOURCES, Home
from counter_app.db.branch.upkeep import BranchUpkeep
from counter_app.domain.join_code import JoinCode
from counter_app.domain.refusal import Refusal
from counter_app.rehearsal.local_postgres import (
    INSTALL_LINE,
    NoPostgres,
    make_cluster,
    server_programs,
)

DATABASE = "counter"
PROGRAM_FILE = RESOURCES.parent / "main.py"
PATIENCE_S = 10


@dataclass(frozen=True, slots=True)
class DemoSeat:
    """One window of the demo, and who should sign on there."""

    terminal: int
    window: str
    who: str
    audiences: tuple[str, ...] = ("all",)


SEATS = (
    DemoSeat(3, "3", "柜员 teller 80231"),
    DemoSeat(2, "2", "柜员 teller 80232, 大堂 lobby 80210", ("all", "restricted")),
    DemoSeat(1, "1", "主管 supervisor 80201", ("all", "complaint", "quality", "restricted")),
)
"""The first founds the branch."""

LetIn = Callable[[str, DemoSeat], JoinCode]
"""Admits a seat's PC to the branch at an address, and gives it its code."""


def let_in(url: str, seat: DemoSeat) -> JoinCode:
    """As an administrator does it, with all that the seat's people may read."""
    return made_code(url, Admission(seat.terminal, seat.audiences, None, 1))


def run_branch_demo(language: str | None, *, smoke: bool) -> int:
    """Three windows on a branch of their own until the last is closed; with `smoke` until painted."""
    if not has_display() and not smoke:
        return cannot("没有显示器，无法打开窗口。No display: the windows cannot be shown.")
    try:
        server_programs()
    except NoPostgres:
        return cannot(
            "本机没有 PostgreSQL 服务器程序，请先安装："
            f"No server programs of PostgreSQL are here, please install them: {INSTALL_LINE}"
        )
    with TemporaryDirectory(prefix="counter-branch-demo-", ignore_cleanup_errors=True) as made:
        folder = Path(made)
        folder.chmod(0o755)  # the server may run as a user of its own
        with _server(folder / "server") as url:
            homes = joined_homes(folder, url, language or "zh", let_in)
            if isinstance(homes, Refusal):
                return refused(homes)
            return _show(homes, language, smoke=smoke)


@contextmanager
def _server(folder: Path) -> Iterator[str]:
    cluster = make_cluster(folder)
    try:
        yield cluster.create_database(DATABASE)
    finally:
        cluster.stop("immediate")


def joined_homes(folder: Path, url: str, language: str, let_in: LetIn) -> list[Home] | Refusal:
    """The founder's home with its morning, then the others, each joined by a code of `let_in`."""
    homes: list[Home] = []
    for seat in SEATS:
        home = Home(folder / f"terminal-{seat.terminal:02d}")
        settings = Settings(terminal=f"{seat.terminal:02d}", window=seat.window, language=language)
        if not homes:
            seed(home, settings, SystemClock().now())
            refusal = _found(home, url)
            if refusal is not None:
                return refusal
        joined = join(home, let_in(url, seat), settings, lambda _progress: None)
        if not isinstance(joined, Joined):
            return joined
        if joined.trouble is not None:
            return joined.trouble
        homes.append(home)
    return homes


def _found(home: Home, url: str) -> Refusal | None:
    ground = open_home(home)
    if not isinstance(ground, Ground):
        return ground
    branch = ground.counter.branch
    ground.store.close()
    ground.release()
    BranchUpkeep(url).init(branch.subject, "演示网点")
    return None


def _show(homes: Sequence[Home], language: str | None, *, smoke: bool) -> int:
    """One process a window, as on three PCs; the worst of their exit codes."""
    for seat in SEATS:
        print(f"终端 terminal {seat.terminal:02d}: {seat.who}", flush=True)
    words = ["--smoke"] if smoke else []
    words += ["--lang", language] if language else []
    shown = [
        subprocess.Popen(
            [sys.executable, str(PROGRAM_FILE), "demo", "--home", str(home.folder), *words],
            env=os.environ,
        )
        for home in homes
    ]
    try:
        return max((abs(one.wait()) for one in shown), default=CANNOT)
    finally:
        _end(shown)


def _end(shown: Sequence["subprocess.Popen[bytes]"]) -> None:
    """Whoever still runs when this command was interrupted ends with it."""
    for one in shown:
        if one.poll() is None:
            one.terminate()
    for one in shown:
        try:
            one.wait(PATIENCE_S)
        except subprocess.TimeoutExpired:
            one.kill()
