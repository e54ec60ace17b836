"""隔离 on the branch page: who wrote what and when, settled one by one by key, with a reason."""

import json
from hashlib import sha256

import pytest
from PySide6.QtCore import Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication
from pytestqt.qtbot import QtBot

from counter_app.domain.roles import Role
from counter_app.journal.codec import encode_body
from counter_app.journal.entry import Entry, body_digest, sealed
from counter_app.journal.facts import FACT_BY_KIND, upkeep
from counter_app.journal.facts import case as facts
from counter_app.journal.facts.base import Fact
from counter_app.journal.folds.case import CaseView
from counter_app.services.counter import Acting
from counter_app.services.ports import Content
from counter_app.services.settling import ENTRY_MEDIA, quarantine_view
from counter_app.ui.branch.branch_page import BranchMeans, BranchPage
from counter_app.ui.branch.quarantine_pane import DropDialog
from counter_app.ui.branch.quarantine_words import OTHER_KINDS
from counter_app.ui.shell.actions import REPEAT_GAP_S
from counter_app.ui.supervision.event_words import WHAT as REPLAYED
from counter_app.ui.theme import Theme
from tests.ui.conftest import Shown
from tests.ui.supervision.day import Day, card_lost, checked
from tests.ui.supervision.seen import rows_of, words_on
from tests.ui.supervision.test_branch_page import Branch
from tests.unit.journal.test_golden_vectors import ENTRY, SALT

PLACE = "quarantine/1"


def losing(subject: str, fact: Fact, audience: str = "all") -> Entry:
    """An entry of a losing end, written by Wang at 14:03."""
    body = encode_body(fact)
    return sealed(
        ENTRY._replace(
            kind=fact.KIND,
            subject=subject,
            audience=audience,
            body=body,
            digest=body_digest(SALT, body),
        )
    )


def quarantined(day: Day, *entries: Entry) -> None:
    """The terminal found them and keeps their bytes."""
    told, contents = [], []
    for one in entries:
        data = json.dumps(one._asdict()).encode()
        digest = sha256(data).hexdigest()
        contents.append(Content(digest, ENTRY_MEDIA, data, one.subject))
        names = upkeep.LosingEntry.model_fields.keys() - {"content"}
        named = {name: getattr(one, name) for name in names}
        told.append(upkeep.LosingEntry(content=digest, **named))
    fact = upkeep.ForkFound(journal="j", agreed_seq=41, entries=tuple(told))
    day.standing.write("terminal/03", (PLACE, fact))
    day.standing.store.contents.take(contents)


@pytest.fixture
def lost(day: Day) -> Day:
    """A note and a look at a paper on a case that is held here."""
    case = card_lost(day, "lost", day.wang, 10)
    noted = losing(case, facts.CaseNoted(text="客户改天再来"))
    quarantined(day, noted, losing(case, checked(case, "holder_id", "seen", original=True)))
    return day


def page_for(day: Day, acting: Acting, theme: Theme, shown: Shown) -> BranchPage:
    page = BranchPage(day.office.ground(theme, acting), BranchMeans(Branch(), lambda: None))
    shown(page)
    return page


def open_left(day: Day) -> int:
    return len(quarantine_view(day.standing.counter, PLACE).open)


def case_of(day: Day) -> CaseView:
    view = day.standing.store.view(day.cases["lost"])
    assert isinstance(view, CaseView)
    return view


def test_nothing_of_it_is_on_show_while_nothing_waits(day: Day, theme: Theme, shown: Shown) -> None:
    page = page_for(day, day.supervisor, theme, shown)
    assert "隔离的记录" not in words_on(page)
    assert [one.code for one in page.offers()] == ["branch.again"]


def test_each_says_who_when_which_business_and_what(lost: Day, theme: Theme, shown: Shown) -> None:
    page = page_for(lost, lost.supervisor, theme, shown)
    assert "隔离的记录：2 条待定" in words_on(page)
    noted, seen = rows_of(page.quarantine.table)
    number = case_of(lost).number
    assert noted == f"11-23 14:03 王敏 80231 {number} 备注：客户改天再来"
    assert "本人有效身份证件" in seen or "身份证" in seen, seen
    assert "原件已见" in seen


def test_one_key_enters_it_again(lost: Day, theme: Theme, shown: Shown) -> None:
    page = page_for(lost, lost.supervisor, theme, shown)
    said: list[str] = []
    page.said.connect(said.append)
    QTest.keyClick(page.quarantine.table, Qt.Key.Key_F8)
    assert open_left(lost) == 1
    assert case_of(lost).notes[-1] == "客户改天再来"
    assert said == ["已照样记下"]
    assert len(rows_of(page.quarantine.table)) == 1


def dropping(page: BranchPage, qtbot: QtBot) -> DropDialog:
    QTest.keyClick(page.quarantine.table, Qt.Key.Key_R, Qt.KeyboardModifier.AltModifier)
    found = [one for one in QApplication.topLevelWidgets() if isinstance(one, DropDialog)]
    dialog = next(one for one in found if one.isVisible())
    dialog.activateWindow()
    qtbot.waitUntil(dialog.isActiveWindow)
    return dialog


def test_dropping_needs_a_reason_and_keeps_it(
    lost: Day, theme: Theme, shown: Shown, qtbot: QtBot
) -> None:
    page = page_for(lost, lost.supervisor, theme, shown)
    dialog = dropping(page, qtbot)
    QTest.keyClick(dialog, Qt.Key.Key_F8)
    assert open_left(lost) == 2
    assert dialog.reason.hasFocus()
    QTest.keyClicks(dialog.reason, "twice")
    QTest.keyClick(dialog, Qt.Key.Key_F8)
    assert open_left(lost) == 1
    (dropped,) = quarantine_view(lost.standing.counter, PLACE).dropped
    assert (dropped.reason, dropped.by) == ("twice", "staff/80201")


def test_an_administrator_sees_it_and_is_told_who_settles(
    lost: Day, theme: Theme, shown: Shown
) -> None:
    administrator = lost.standing.hire("80009", Role.ADMINISTRATOR, name="许建国")
    page = page_for(lost, administrator, theme, shown)
    assert len(rows_of(page.quarantine.table)) == 2
    QTest.keyClick(page.quarantine.table, Qt.Key.Key_F8)
    assert open_left(lost) == 2
    assert "您的岗位不能做这件事" in words_on(page), words_on(page)


def test_what_is_restricted_is_not_told_to_an_administrator(
    day: Day, theme: Theme, shown: Shown
) -> None:
    quarantined(day, losing("case/secret", facts.CaseNoted(text="MARKER"), "restricted"))
    administrator = day.standing.hire("80009", Role.ADMINISTRATOR, name="许建国")
    (row,) = rows_of(page_for(day, administrator, theme, shown).quarantine.table)
    assert "MARKER" not in row
    assert "内容不在本机" in row
    (row,) = rows_of(page_for(day, day.supervisor, theme, shown).quarantine.table)
    assert "MARKER" in row


def test_the_end_of_the_last_takes_the_table_away(
    lost: Day, theme: Theme, shown: Shown, qtbot: QtBot
) -> None:
    page = page_for(lost, lost.supervisor, theme, shown)
    for _ in range(2):
        QTest.keyClick(page.quarantine.table, Qt.Key.Key_F8)
        qtbot.wait(int(REPEAT_GAP_S * 1000) + 50)
    assert open_left(lost) == 0
    assert not page.quarantine.isVisible()


def test_every_kind_of_fact_has_words() -> None:
    assert FACT_BY_KIND.keys() - REPLAYED.keys() - OTHER_KINDS.keys() == set()
    assert OTHER_KINDS.keys() & REPLAYED.keys() == set()
