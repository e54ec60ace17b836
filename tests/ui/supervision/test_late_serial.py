"""A serial that was put off: an exception until it comes; then the log tells who and when."""

from counter_app.domain.refusal import Refusal
from counter_app.journal.facts import case as facts
from counter_app.services import serials
from counter_app.ui.supervision.day_log_page import DayLogPage
from counter_app.ui.theme import Theme
from tests.ui.conftest import Shown
from tests.ui.supervision.day import Day
from tests.ui.supervision.seen import rows_of, words_on


def put_off(day: Day) -> str:
    """A case of 王敏 that ended without its serial."""
    case = day.begin("later", "XJQK", day.wang, 5)
    ended = facts.CaseCompleted(outcome="done", next_steps=())
    day.go_on("later", day.wang, facts.CoreStepReached(), facts.CoreSerialPutOff(), ended)
    return case


def added(day: Day, case: str) -> None:
    """陈亮 adds it."""
    counter = day.standing.counter
    assert not isinstance(serials.record_serial(counter, day.chen, case, "CB77301846"), Refusal)


def opened(day: Day, theme: Theme, shown: Shown) -> DayLogPage:
    made = DayLogPage(day.office.ground(theme, day.supervisor))
    shown(made)
    return made


def test_it_stands_among_the_exceptions_until_it_comes(
    day: Day, theme: Theme, shown: Shown
) -> None:
    put_off(day)
    page = opened(day, theme, shown)
    assert rows_of(page.table)[0] == "[异常，先看 1]"
    assert "流水号未补" in rows_of(page.table)[1]


def test_then_its_row_tells_who_and_when(day: Day, theme: Theme, shown: Shown) -> None:
    case = put_off(day)
    day.office.at(120)
    added(day, case)
    page = opened(day, theme, shown)
    rows = rows_of(page.table)
    assert rows[0] == "[正常 1]"
    assert "11:00 陈亮 补流水号" in rows[1]


def test_the_replay_tells_it_as_one_that_followed(day: Day, theme: Theme, shown: Shown) -> None:
    case = put_off(day)
    day.office.at(120)
    added(day, case)
    page = opened(day, theme, shown)
    told = {one.what: one.evidence for one in page.replay.events.events()}
    assert "流水号稍后补" in told
    assert "陈亮" in told["补核心流水号 CB77301846"]
    page.replay.track.setValue(len(page.replay.events.events()) - 1)
    assert "办结后补：11-23 11:00 陈亮" in words_on(page.replay.then)
