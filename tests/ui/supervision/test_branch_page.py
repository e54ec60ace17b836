"""网点: rows of all terminals, or the sentence that names the fault; never an empty list."""

from collections.abc import Callable
from datetime import UTC, datetime, timedelta

from PySide6.QtCore import QObject, Qt
from PySide6.QtTest import QTest

from counter_app.domain.refusal import Refusal
from counter_app.domain.roles import Role
from counter_app.journal.chain import ChainHead
from counter_app.services.branch_health import Health
from counter_app.services.branch_ports import BranchHead, TerminalState
from counter_app.services.reaching import ALONE, AWAY, Reached
from counter_app.services.snapshot_ports import Arriving
from counter_app.services.vouching import journal_keys
from counter_app.ui.branch.branch_page import BranchMeans, BranchPage
from counter_app.ui.branch.terminal_rows import exchange_words
from counter_app.ui.theme import Theme
from tests.ui.conftest import Shown
from tests.ui.supervision.day import Day
from tests.ui.supervision.seen import rows_of, words_on

HERE = "01979f3e-0000-7000-8000-00000000000a"


class Branch:
    """A branch as an errand finds it."""

    def __init__(self) -> None:
        self.fault: Refusal | None = None
        self.states = [
            TerminalState(3, False, "0.9.1", 120, 0, 2, 5, [HERE], 40, 0),
            TerminalState(4, False, "0.9.0", -95_000, 7, 400, 400, ["j4"], 12, 0),
            TerminalState(5, True, "", None, None, None, None, [], 0, 0),
            TerminalState(6, False, "0.9.1", 0, 0, 3, 3, ["j6"], 9, 2),
        ]

    def __call__(
        self, receiver: QObject, errand: Callable[[Reached], object], done: Callable[..., None]
    ) -> None:
        done(self.fault or errand(Reached(self, self, self, bool)))  # type: ignore[arg-type]

    def terminals(self) -> list[TerminalState]:
        return self.states

    def heads(self) -> dict[str, BranchHead]:
        return {"j4": BranchHead(ChainHead(12, "x"), 0), "j6": BranchHead(ChainHead(9, "y"), 0)}


def page_for(day: Day, theme: Theme, shown: Shown, branch: Branch) -> BranchPage:
    now = day.standing.clock.now()
    health = Health("well", now, now - timedelta(seconds=8), waiting=2, unsound=("j6",))
    page = BranchPage(day.office.ground(theme, day.supervisor), BranchMeans(branch, lambda: health))
    shown(page)
    return page


def test_every_terminal_has_a_row_that_says_how_it_stands(
    day: Day, theme: Theme, shown: Shown
) -> None:
    page = page_for(day, theme, shown, Branch())
    three, four, five, six = rows_of(page.table)
    assert "03 本机" in three
    assert "2 秒前" in three
    for told in ("6 分前", "12", "7", "0.9.0", "慢 1 分"):
        assert told in four
    assert "已作废" in five
    assert "对不上，已停收" in six
    assert "2 条" in six
    assert "（8 秒前），2 条待传" in words_on(page)


def test_an_administrator_vouches_for_a_key_that_was_compared(
    day: Day, theme: Theme, shown: Shown
) -> None:
    administrator = day.standing.hire("80009", Role.ADMINISTRATOR, name="许建国")
    here = Branch()
    here.states = [TerminalState(3, False, "0.9.1", 120, 0, 2, 5, [HERE], 40, 0)]
    now = day.standing.clock.now()
    means = BranchMeans(here, lambda: Health("well", now, now))
    page = BranchPage(day.office.ground(theme, administrator), means)
    shown(page)
    page.table.select("03")
    assert "相符，没有作保" in rows_of(page.table)[0]
    mark = journal_keys(day.standing.counter)[HERE].mark
    assert f"终端 03 的签名钥匙 {mark}" in words_on(page)
    said: list[str] = []
    page.said.connect(said.append)
    QTest.keyClick(page.table, Qt.Key.Key_K, Qt.KeyboardModifier.AltModifier)
    assert said == ["已为终端 03 的签名作保"]
    assert "相符，已作保" in rows_of(page.table)[0]
    assert f"{mark}（许建国 80009作保）" in words_on(page)
    assert [one.code for one in page.offers()] == ["branch.again"]


def test_a_supervisor_sees_the_key_and_vouches_for_none(
    day: Day, theme: Theme, shown: Shown
) -> None:
    page = page_for(day, theme, shown, Branch())
    page.table.select("03")
    assert "终端 03 的签名钥匙" in words_on(page)
    assert [one.code for one in page.offers()] == ["branch.again"]


def test_out_of_reach_it_says_so_and_keeps_the_rows_with_their_time(
    day: Day, theme: Theme, shown: Shown
) -> None:
    branch = Branch()
    page = page_for(day, theme, shown, branch)
    branch.fault = Refusal(AWAY)
    page.refresh()
    assert "网点库现在连不上" in words_on(page)
    assert "时的" in words_on(page)
    assert len(rows_of(page.table)) == 4


def test_a_pc_that_stands_alone_says_so(day: Day, theme: Theme, shown: Shown) -> None:
    branch = Branch()
    branch.fault = Refusal(ALONE)
    page = page_for(day, theme, shown, branch)
    assert "这台电脑没有加入网点库" in words_on(page)


def test_a_health_without_an_exchange_is_told_as_such(day: Day, theme: Theme, shown: Shown) -> None:
    health = Health("begun", datetime.now(UTC), waiting=5)
    means = BranchMeans(Branch(), lambda: health)
    page = BranchPage(day.office.ground(theme, day.supervisor), means)
    shown(page)
    assert "本机还没有与网点库对齐过，5 条待传" in words_on(page)


def test_how_much_is_here_and_which_snapshot_lied_stand_beside_the_exchange() -> None:
    now = datetime.now(UTC)
    arriving = Arriving(12, 20, lied="j4 j5:17")
    told = exchange_words(Health("well", now, now, arriving=arriving), now)
    assert told.endswith("；往日记录还在传：12 / 20 条；账本 j4 做的快照与 j5:17 不符，已弃用")
    whole = exchange_words(Health("well", now, now, arriving=Arriving(20, 20)), now)
    assert "往日记录" not in whole
    assert "快照" not in whole


def test_what_the_server_cannot_hold_is_told(day: Day, theme: Theme, shown: Shown) -> None:
    health = Health("well", datetime.now(UTC), datetime.now(UTC), withheld=2)
    means = BranchMeans(Branch(), lambda: health)
    page = BranchPage(day.office.ground(theme, day.supervisor), means)
    shown(page)
    assert "2 条的内容服务器存不下，在隔离里留着" in words_on(page)


def test_a_copied_pc_is_told_what_happened_and_what_to_do(
    day: Day, theme: Theme, shown: Shown
) -> None:
    health = Health("forked", datetime.now(UTC), datetime.now(UTC), waiting=5)
    means = BranchMeans(Branch(), lambda: health)
    page = BranchPage(day.office.ground(theme, day.supervisor), means)
    shown(page)
    assert "像是复制过，或从旧备份恢复过" in words_on(page)
    assert "branch go-on --staff" in words_on(page)
