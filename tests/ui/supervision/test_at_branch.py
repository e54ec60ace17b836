"""A case whose content is at the branch alone: listed as ever, brought when opened, or said to be."""

from collections.abc import Callable, Sequence
from dataclasses import dataclass, field, replace

import pytest
from PySide6.QtCore import QObject

from counter_app.db.pruning import PruningStore
from counter_app.domain.refusal import Refusal
from counter_app.journal.entry import Entry
from counter_app.journal.facts import case as facts
from counter_app.services import handling
from counter_app.services.branch_ports import Body
from counter_app.services.counter import write
from counter_app.services.handling_results import OpenCase
from counter_app.services.ports import NewFact
from counter_app.services.reaching import AWAY, Reached
from counter_app.services.scope import Scope
from counter_app.ui.supervision.day_log_page import DayLogPage
from counter_app.ui.theme import Theme
from tests.ui.conftest import Shown
from tests.ui.supervision.day import Day, loss_reported
from tests.ui.supervision.seen import words_on

EVERYTHING = Scope("9999-12-31", "9999-12-31")
AT_BRANCH = "这笔业务较早，内容在网点库里，线路恢复后可以看"


@dataclass
class Branch:
    """What the branch holds, and whether it answers."""

    store: PruningStore
    held: list[Entry]
    away: bool = False
    asked: list[str] = field(default_factory=list)

    def __call__(
        self, receiver: QObject, errand: Callable[[Reached], object], done: Callable[..., None]
    ) -> None:
        reached = Reached(self, self, self, self.bring_back)  # type: ignore[arg-type]
        done(Refusal(AWAY) if self.away else errand(reached))

    def bring_back(self, subjects: Sequence[str]) -> bool:
        self.asked += subjects
        there = [one for one in self.held if one.subject in subjects]
        self.store.take_bodies([Body(one.hash, one.body or "", one.salt or "") for one in there])
        return not self.store.lacking(subjects).bodies


@pytest.fixture
def branch(day: Day, monkeypatch: pytest.MonkeyPatch) -> Branch:
    """A case and its visit, both let go of."""
    loss_reported(day, "lost", day.chen, 31)
    subjects = (day.cases["lost"], "visit/lost")
    monkeypatch.setattr(PruningStore, "_is_over", lambda _self, view, _scope: view.exists)
    monkeypatch.setattr("counter_app.db.pruning.WAITS", "SELECT 0 WHERE ?1 > ''")
    store = day.standing.store
    assert isinstance(store, PruningStore)
    held = [entry for one in subjects for entry in store.entries_of(one)]
    safe = {one.hash for one in held}
    for one in subjects:
        assert store.let_go([one], safe, EVERYTHING).subjects == (one,)
    return Branch(store, held)


def log_of(day: Day, theme: Theme, branch: Branch) -> DayLogPage:
    day.office.at(90)
    return DayLogPage(replace(day.office.ground(theme, day.supervisor), reach=branch))


def test_the_log_shows_it_and_the_replay_is_brought(
    day: Day, branch: Branch, theme: Theme, shown: Shown
) -> None:
    page = log_of(day, theme, branch)
    shown(page)
    assert branch.asked == [day.cases["lost"], "visit/lost"]
    assert any(one.what.startswith("开始办理") for one in page.replay.events.events())
    assert not branch.store.is_let_go(day.cases["lost"])


def test_without_the_line_it_says_where_its_content_is(
    day: Day, branch: Branch, theme: Theme, shown: Shown
) -> None:
    branch.away = True
    page = log_of(day, theme, branch)
    shown(page)
    assert page.table.rows.find(day.cases["lost"]) >= 0
    assert AT_BRANCH in words_on(page.replay)
    branch.away = False
    page.source.ask(day.cases["lost"])
    assert AT_BRANCH not in words_on(page.replay)


def test_a_branch_that_lacks_it_is_asked_once(
    day: Day, branch: Branch, theme: Theme, shown: Shown
) -> None:
    branch.held.clear()
    page = log_of(day, theme, branch)
    shown(page)
    assert branch.asked == [day.cases["lost"]]
    assert AT_BRANCH in words_on(page.replay)


def test_nobody_opens_or_writes_on_it_before(day: Day, branch: Branch) -> None:
    counter, case = day.standing.counter, day.cases["lost"]
    refusal = handling.open_case(counter, day.chen, case)
    assert refusal == Refusal("at_branch", {"subject": case})
    view = counter.store.view(case)
    note = NewFact(case, facts.CaseNoted(text="x"))
    assert write(counter, day.chen.actor, [note], [view]) == refusal
    branch.bring_back([case, "visit/lost"])
    assert isinstance(handling.open_case(counter, day.chen, case), OpenCase)
