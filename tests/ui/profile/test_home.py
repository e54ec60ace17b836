"""The plain home: search first, the profile below; size, language, colours and the password by keys."""

import pytest
from PySide6.QtCore import Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication
from pytestqt.qtbot import QtBot

from counter_app.domain.roles import Role
from counter_app.services import signing_on
from counter_app.services.signing_on import SignedOnHere
from counter_app.ui.language import WindowLanguage
from counter_app.ui.profile.appearance import Appearance, AppearanceForm, AppearancePort
from counter_app.ui.profile.pages import HomePage
from counter_app.ui.profile.password_dialog import PasswordDialog, PasswordPort
from counter_app.ui.strip.edge import Side
from counter_app.ui.theme import Theme
from tests.ui.conftest import Shown
from tests.ui.customers.people import CUSTOMER, belongs, registered
from tests.ui.supervision.day import Day, card_lost
from tests.ui.supervision.seen import rows_of, words_on

ALT = Qt.KeyboardModifier.AltModifier


class Kept:
    """What was chosen, and the window's language."""

    def __init__(self, day: Day, language: WindowLanguage) -> None:
        self.chosen: list[Appearance] = []
        self._day, self._language = day, language

    def port(self) -> AppearancePort:
        """What the page is given."""
        return AppearancePort(lambda: self._day.office.language, self._choose, self.chosen.append)

    def _choose(self, language: str) -> None:
        self._day.office.language = "en" if language == "en" else "zh"
        self._language.choose(self._day.office.language)


def passwords(day: Day) -> PasswordPort:
    """A verifier says `verifier of` and the password."""
    return PasswordPort(
        day.standing.verifiers,
        lambda verifier, typed: verifier == f"verifier of {typed}",
        lambda typed: f"verifier of {typed}",
    )


@pytest.fixture
def kept(day: Day, language: WindowLanguage) -> Kept:
    """Where the choice goes."""
    return Kept(day, language)


@pytest.fixture
def page(day: Day, kept: Kept, theme: Theme, shown: Shown) -> HomePage:
    """The home of a trainer who signed on at nine."""
    day.standing.hire("80240", Role.TRAINER, name="吴倩")
    day.office.at(0)
    done = signing_on.signed_on(day.standing.counter, "80240", "5", matched=True)
    assert isinstance(done, SignedOnHere), done
    card_lost(day, "lost", day.chen, 31)
    registered(day)
    belongs(day, "lost")
    day.office.at(80)
    made = HomePage(day.office.ground(theme, done.acting), kept.port(), passwords(day))
    shown(made)
    return made


def test_who_i_am_stands_there(page: HomePage) -> None:
    words = words_on(page)
    assert all(told in words for told in ("吴倩", "80240", "培训师"))
    assert "11-23 09:00 起，5 号窗口，现在" in words
    assert page.search.field.hasFocus()


def test_search_gives_way_and_comes_back(page: HomePage, day: Day, qtbot: QtBot) -> None:
    QTest.keyClicks(page.search.field, "lgl")
    assert not page.panel.isVisible()
    rows = rows_of(page.search.table)
    assert rows[0] == "[客户 1]"
    assert "110***********002X" in rows[1]
    assert rows[2] == "[业务 1]"
    QTest.keyClick(page.search.field, Qt.Key.Key_Return)
    assert page.search.table.hasFocus()
    with qtbot.waitSignal(page.customer_wanted) as wanted:
        QTest.keyClick(page.search.table, Qt.Key.Key_F8)
    assert wanted.args == [CUSTOMER]
    page.forget()
    assert page.panel.isVisible()
    assert page.search.field.value() == ""


def test_a_case_is_told_beside_the_results(page: HomePage) -> None:
    QTest.keyClicks(page.search.field, "lgl")
    QTest.keyClick(page.search.field, Qt.Key.Key_Return)
    QTest.keyClick(page.search.table, Qt.Key.Key_Down)
    words = words_on(page.case)
    assert "挂失" in words
    assert "挂起，更正过" in words
    assert "陈亮 60418" in words


def test_nothing_found_and_trouble_are_told(page: HomePage, day: Day) -> None:
    QTest.keyClicks(page.search.field, "zzzz")
    assert "没有找到" in words_on(page.search)
    day.office.work.trouble = "damaged"
    QTest.keyClicks(page.search.field, "z")
    assert "本机数据文件读不出来" in words_on(page.search)
    assert not page.search.table.isVisible()


def right() -> None:
    """An arrow key where the focus is."""
    focus = QApplication.focusWidget()
    assert focus is not None
    QTest.keyClick(focus, Qt.Key.Key_Right)


def test_size_colours_and_language_by_arrow_keys(page: HomePage, kept: Kept, theme: Theme) -> None:
    form = page.panel.appearance
    form.scale.setFocus()
    right()
    assert theme.scale == 115
    assert kept.chosen[-1] == Appearance("light", 115, "zh")
    form.look.setFocus()
    right()
    assert theme.look == "dark"
    form.language.setFocus()
    right()
    assert kept.chosen[-1] == Appearance("dark", 115, "en")
    assert "My profile" in words_on(page)
    assert "Trainer" in words_on(page)


def test_who_has_a_strip_chooses_its_edge_and_others_are_not_asked(
    page: HomePage, theme: Theme, qtbot: QtBot
) -> None:
    assert not page.panel.appearance.strip.isVisible()
    chosen: list[Appearance] = []
    port = AppearancePort(lambda: "zh", lambda _one: None, chosen.append, lambda: Side.RIGHT)
    form = AppearanceForm(theme, port)
    qtbot.addWidget(form)
    with qtbot.waitActive(form):
        form.show()
        form.activateWindow()
    form.strip.setFocus()
    right()
    assert chosen[-1].strip is Side.BOTTOM


def open_dialog(page: HomePage, qtbot: QtBot) -> PasswordDialog:
    """Alt+M."""
    QTest.keyClick(page.search.field, Qt.Key.Key_M, ALT)
    dialog = page.window().findChild(PasswordDialog)
    assert dialog is not None
    dialog.activateWindow()
    qtbot.waitUntil(dialog.isActiveWindow)
    return dialog


def typed(dialog: PasswordDialog, old: str, new: str, again: str) -> None:
    """Type all three, and F8."""
    for box, words in ((dialog.old, old), (dialog.new, new), (dialog.again, again)):
        box.clear()
        QTest.keyClicks(box, words)
    QTest.keyClick(dialog, Qt.Key.Key_F8)


def test_the_password_is_changed(page: HomePage, day: Day, qtbot: QtBot) -> None:
    dialog = open_dialog(page, qtbot)
    assert dialog.old.hasFocus()
    with qtbot.waitSignal(page.said):
        typed(dialog, "80240", "winter-river", "winter-river")
    assert day.standing.verifiers.get("80240") == "verifier of winter-river"


def test_what_is_wrong_stands_at_its_field(page: HomePage, day: Day, qtbot: QtBot) -> None:
    dialog = open_dialog(page, qtbot)
    QTest.keyClick(dialog, Qt.Key.Key_F8)
    assert dialog.old_row.error() == "请输入现在的密码"
    typed(dialog, "80240", "winter-river", "summer-river")
    assert "两次" in dialog.again_row.error()
    assert dialog.again.hasFocus()
    typed(dialog, "80240", "80240", "80240")
    assert "不同" in dialog.new_row.error()
    typed(dialog, "80240", "winter", "winter")
    assert dialog.new_row.error() == "密码至少 8 位"
    typed(dialog, "wrong", "winter-river", "winter-river")
    assert dialog.old_row.error()
    assert dialog.old.value() == ""
    assert dialog.old.hasFocus()
    assert day.standing.verifiers.get("80240") == "verifier of 80240"
    dialog.reject()
