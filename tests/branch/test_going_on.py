"""A copied PC goes on in a new journal: the administrator's command on two homes of a real branch."""

import getpass
import shutil
from collections.abc import Iterator
from pathlib import Path

import pytest
from PySide6.QtWidgets import QApplication
from pytestqt.qtbot import QtBot

from counter_app.bootstrap.branching import signer_of
from counter_app.bootstrap.catching_up import catch_up
from counter_app.bootstrap.commands import main
from counter_app.bootstrap.ground import Ground, journal_opened
from counter_app.bootstrap.window import TerminalWindow
from counter_app.config import Home
from counter_app.db.store_files import StoreFiles
from counter_app.db.verify import verify
from counter_app.domain.refusal import Refusal
from counter_app.journal.folds.upkeep import QuarantineView
from counter_app.rehearsal.demo_branch import ADMINISTRATOR, PASSWORD
from counter_app.services import settling, visiting
from counter_app.services.accounts import account_view
from counter_app.services.branch_ports import BranchUnreachable
from counter_app.services.counter import Acting, acting_as
from counter_app.services.vouching import terminal_view
from tests.branch.test_joining import (
    Console,
    Shown,
    access_of,
    closed,
    console,
    founded,
    founder,
    founders,
    heads_of,
    opened,
    server,
)
from tests.journeys.windows import opened_window
from tests.ui.supervision.seen import words_on

__all__ = ["console", "founded", "founder", "founders", "server"]
TELLER, SUPERVISOR = "80231", "80201"


@pytest.fixture(autouse=True)
def typed(monkeypatch: pytest.MonkeyPatch) -> None:
    """The password that is typed at the console."""
    monkeypatch.setattr(getpass, "getpass", lambda _asked: PASSWORD)


@pytest.fixture
def pc(founded: Console, tmp_path: Path) -> Path:
    """Terminal 4, joined."""
    home = tmp_path / "pc"
    assert founded.join(founded.code(4), home).exit == 0
    return home


@pytest.fixture
def copied(pc: Path, tmp_path: Path) -> Path:
    """The same disk in another PC."""
    home = tmp_path / "copied"
    shutil.copytree(pc, home)
    return home


def acting(ground: Ground, staff: str) -> Acting:
    return acting_as(account_view(ground.counter, staff), "7")


def visit_at(home: Path) -> str:
    """Somebody comes to the window of this PC."""
    ground = opened(home)
    try:
        view = visiting.start_visit(ground.counter, acting(ground, TELLER))
        assert not isinstance(view, Refusal), view
        return view.subject
    finally:
        closed(ground)


def meet(home: Path) -> None:
    """One meeting, as the window holds it."""
    ground = opened(home)
    try:
        signer = signer_of(ground)
        assert signer is not None
        answer = catch_up(ground.home, ground.store, signer, access_of(home), lambda _: None)
        assert answer is None, answer
    finally:
        closed(ground)


def go_on(home: Path, staff: str, capture: pytest.CaptureFixture[str]) -> Shown:
    capture.readouterr()
    ended = main(["branch", "go-on", "--staff", staff, "--home", str(home)])
    said = capture.readouterr()
    return Shown(ended, said.out, said.err)


@pytest.fixture
def forked(pc: Path, copied: Path) -> tuple[Path, str, str]:
    """The copy has met a branch that holds the other end: its home, and a visit of each end."""
    wins = visit_at(pc)
    meet(pc)
    loses = visit_at(copied)
    meet(copied)
    return copied, wins, loses


def test_the_copy_goes_on_and_what_it_wrote_is_settled(
    forked: tuple[Path, str, str],
    pc: Path,
    founder: Path,
    capsys: pytest.CaptureFixture[str],
) -> None:
    home, wins, loses = forked
    former = opened(home)
    was = former.store.journal_id
    closed(former)
    later = visit_at(home)
    shown = go_on(home, ADMINISTRATOR.number, capsys)
    assert shown.exit == 0, shown
    assert "字母是 B" in shown.out
    assert "2 条在隔离里" in shown.out
    meet(pc)
    ground = opened(home)
    assert ground.store.journal_id != was
    assert ground.settings.letters == "B"
    first = journal_opened(ground.store)
    assert (first.follows_journal, first.terminal) == (was, "04")
    terminal = terminal_view(ground.counter, "04")
    assert terminal.journals[-1].cause == "forked"
    assert [one.by for one in terminal.keys] == [f"staff/{ADMINISTRATOR.number}"]
    assert terminal.faults == ()
    assert ground.store.view(wins).exists
    assert not ground.store.view(loses).exists
    (place,) = ground.store.subjects("quarantine")
    view = ground.store.view(place)
    assert isinstance(view, QuarantineView)
    assert [one.subject for one in view.open] == [loses, later]
    chief = acting(ground, SUPERVISOR)
    again, dropped = view.open
    answer = settling.enter_again(ground.counter, chief, place, again.hash)
    assert not isinstance(answer, Refusal), answer
    answer = settling.drop_by_name(ground.counter, chief, place, dropped.hash, "重复")
    assert isinstance(answer, QuarantineView)
    assert answer.open == ()
    key = ground.key.value
    closed(ground)
    assert verify(StoreFiles.in_home(home), key).faults == ()
    for one in (home, pc, founder):
        meet(one)
    assert heads_of(home) == heads_of(pc)
    assert heads_of(founder) == heads_of(pc)
    original = opened(pc)
    assert original.store.view(loses).exists
    assert not original.store.view(later).exists
    closed(original)


def test_the_former_files_are_kept_and_a_second_time_does_nothing(
    forked: tuple[Path, str, str], capsys: pytest.CaptureFixture[str]
) -> None:
    home, _wins, _loses = forked
    assert go_on(home, ADMINISTRATOR.number, capsys).exit == 0
    assert [one.name for one in Home(home).damaged.glob("*/*.db")] != []
    heads = heads_of(home)
    shown = go_on(home, ADMINISTRATOR.number, capsys)
    assert (shown.exit, "不用换" in shown.out) == (0, True)
    assert heads_of(home) == heads


def test_a_pc_restored_from_an_older_copy_loses_nothing_and_goes_on(
    pc: Path, copied: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    """It has only less than the branch: nothing is in quarantine, and all comes back from there."""
    visit = visit_at(pc)
    meet(pc)
    meet(copied)
    shown = go_on(copied, ADMINISTRATOR.number, capsys)
    assert shown.exit == 0, shown
    assert "隔离" not in shown.out
    ground = opened(copied)
    assert ground.store.view(visit).exists
    assert ground.store.subjects("quarantine") == []
    closed(ground)


@pytest.fixture
def window(qapp: QApplication, forked: tuple[Path, str, str]) -> Iterator[TerminalWindow]:
    """The copy's window, as somebody opens it in the morning."""
    with opened_window(qapp, Home(forked[0])) as made:
        yield made


@pytest.mark.qt_log_ignore("^This plugin does not support")
def test_its_window_says_so_before_anybody_signs_on(window: TerminalWindow, qtbot: QtBot) -> None:
    qtbot.waitUntil(lambda: window.usable_now, timeout=20_000)
    assert "像是复制或恢复过，请找管理员" in words_on(window.sign_on)


@pytest.mark.parametrize("staff", [TELLER, SUPERVISOR])
def test_nobody_but_an_administrator_may(
    forked: tuple[Path, str, str], staff: str, capsys: pytest.CaptureFixture[str]
) -> None:
    home = forked[0]
    before = opened(home)
    was = before.store.journal_id
    closed(before)
    shown = go_on(home, staff, capsys)
    assert (shown.exit, len(shown.err.strip().splitlines())) == (2, 1)
    ground = opened(home)
    assert ground.store.journal_id == was
    assert ground.store.fork_noted() is not None
    closed(ground)


def test_without_the_branch_nothing_changes(
    forked: tuple[Path, str, str],
    capsys: pytest.CaptureFixture[str],
    monkeypatch: pytest.MonkeyPatch,
) -> None:
    from counter_app.db.branch.joining import Joining

    home = forked[0]
    heads = heads_of(home)

    def cut(*_words: object) -> None:
        raise BranchUnreachable("cut")

    monkeypatch.setattr(Joining, "take_letters", cut)
    shown = go_on(home, ADMINISTRATOR.number, capsys)
    assert (shown.exit, "连不上网点库" in shown.err) == (2, True)
    assert heads_of(home) == heads
    monkeypatch.undo()
    monkeypatch.setattr(getpass, "getpass", lambda _asked: PASSWORD)
    assert go_on(home, ADMINISTRATOR.number, capsys).exit == 0


def test_two_copies_never_number_alike(
    forked: tuple[Path, str, str], tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    home = forked[0]
    third = tmp_path / "third"
    shutil.copytree(home, third)
    letters = []
    for one in (home, third):
        shown = go_on(one, ADMINISTRATOR.number, capsys)
        assert shown.exit == 0, shown
        ground = opened(one)
        letters.append(ground.settings.letters)
        closed(ground)
    assert letters == ["B", "C"]
