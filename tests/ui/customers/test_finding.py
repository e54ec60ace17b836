"""F4: what was typed or scanned leads to cases and customers, masked; nothing found says why."""

import pytest
from PySide6.QtCore import Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication
from pytestqt.qtbot import QtBot

from counter_app.domain.masks import find_unmasked
from counter_app.domain.numbers import PaperNumber, parse_case_number
from counter_app.domain.paper import PaperKind
from counter_app.domain.qr import CaseSkeleton, encode_skeleton
from counter_app.domain.refusal import Refusal
from counter_app.journal.folds.case import CaseView
from counter_app.services.read_models import IN_PUBLIC, Found
from counter_app.ui.customers.finder import Finder
from counter_app.ui.customers.finding import find
from counter_app.ui.shell import Frame
from counter_app.ui.theme import Theme
from tests.ui.customers.people import CUSTOMER, belongs, registered
from tests.ui.supervision.day import Day, card_lost
from tests.ui.supervision.seen import words_on


@pytest.fixture
def known(day: Day) -> Day:
    """A customer with a case."""
    registered(day)
    card_lost(day, "lost", day.chen, 31)
    belongs(day, "lost")
    day.office.at(80)
    return day


@pytest.fixture
def finder(known: Day, theme: Theme, frame: Frame, qtbot: QtBot) -> Finder:
    """The search box at work."""
    with qtbot.waitActive(frame):
        frame.show()
        frame.activateWindow()
    made = Finder(known.office.ground(theme, known.wang), frame.panels)
    QTest.keyClick(frame, Qt.Key.Key_F4)
    return made


def number_of(known: Day) -> str:
    """The case's number."""
    view = known.office.reader.view(known.cases["lost"])
    assert isinstance(view, CaseView)
    return view.number


def picks(frame: Frame) -> list[tuple[str, str, str]]:
    """The rows under the box."""
    return [(one.words, one.line, one.kind) for one in frame.panels.results.rows.picks()]


def test_a_name_finds_the_customer_first(
    known: Day, finder: Finder, frame: Frame, qtbot: QtBot
) -> None:
    QTest.keyClicks(frame.bar.search, "lgl")
    found = picks(frame)
    assert found[0] == ("李桂兰", "110***********002X  138****5678", "客户")
    assert "挂失" in found[1][0]
    assert "挂起，更正过" in found[1][1]
    assert find_unmasked(str(found)) == ()
    with qtbot.waitSignal(finder.customer_wanted) as wanted:
        QTest.keyClick(frame.bar.search, Qt.Key.Key_Return)
    assert wanted.args == [CUSTOMER]


def test_a_number_finds_the_case(known: Day, finder: Finder, frame: Frame, qtbot: QtBot) -> None:
    QTest.keyClicks(frame.bar.search, number_of(known).replace("-", "").lower())
    assert [kind for _words, _line, kind in picks(frame)] == ["业务"]
    with qtbot.waitSignal(finder.case_wanted) as wanted:
        QTest.keyClick(frame.bar.search, Qt.Key.Key_Return)
    assert wanted.args == [known.cases["lost"]]


def test_the_codes_of_our_papers_find_the_case(known: Day) -> None:
    number = parse_case_number(number_of(known))
    assert not isinstance(number, Refusal)
    paper = f"CT1/{PaperNumber(number, PaperKind.RECEIPT, 1)}/0123456789AB"
    skeleton = CaseSkeleton(
        known.cases["lost"].partition("/")[2], "GS", "0" * 12, (), known.standing.counter.today()
    )
    for code in (paper, encode_skeleton(skeleton)):
        found = find(known.office.reader, str(code), IN_PUBLIC)
        assert isinstance(found, Found)
        assert [line.subject for line in found.cases] == [known.cases["lost"]]


def test_a_case_that_is_not_here_says_so(known: Day) -> None:
    skeleton = CaseSkeleton("ABC", "GS", "0" * 12, (), known.standing.counter.today())
    found = find(known.office.reader, str(encode_skeleton(skeleton)), IN_PUBLIC)
    assert found == Refusal("case_from_notice")
    assert find(known.office.reader, "CT2/ABC", IN_PUBLIC) == Refusal("qr_damaged")


@pytest.mark.parametrize("begins", [True, False])
def test_a_notice_of_elsewhere_can_be_taken_up_where_there_is_a_desk(
    known: Day, finder: Finder, frame: Frame, begins: bool
) -> None:
    wanted: list[str] = []
    finder.begins_cases = begins
    finder.code_wanted.connect(wanted.append)
    skeleton = CaseSkeleton("ABC", "GS", "0" * 12, (), known.standing.counter.today())
    code = str(encode_skeleton(skeleton))
    QTest.keyClicks(frame.bar.search, code)
    assert "可以在柜面按告知单临时接办" in words_on(frame.panels.results)
    QTest.keyClick(frame.bar.search, Qt.Key.Key_Return)
    assert wanted == ([code] if begins else [])


def test_nothing_found_says_what_can_be_typed(finder: Finder, frame: Frame) -> None:
    QTest.keyClicks(frame.bar.search, "zzzz")
    assert picks(frame) == []
    assert "没有找到" in words_on(frame.panels.results)
    QTest.keyClick(frame.bar.search, Qt.Key.Key_Escape)
    assert frame.bar.search.text() == ""


def test_trouble_stands_under_the_box(known: Day, finder: Finder, frame: Frame) -> None:
    known.office.work.trouble = "damaged"
    QTest.keyClicks(frame.bar.search, "lgl")
    assert "本机数据文件读不出来" in words_on(frame.panels.results)
    assert QApplication.focusWidget() is frame.bar.search
