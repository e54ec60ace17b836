"""A reader beside a person: what each of them types arrives where it belongs."""

from collections.abc import Iterator

import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st
from PySide6.QtCore import QEvent, Qt
from PySide6.QtGui import QKeyEvent
from PySide6.QtWidgets import QApplication, QPlainTextEdit, QWidget
from pytestqt.qtbot import QtBot

from counter_app.ui.shell.wedge_reader import KeySeen, ReaderSettings, WedgeReader
from counter_app.ui.theme import Theme
from counter_app.ui.widgets.base import column
from counter_app.ui.widgets.button import Button
from counter_app.ui.widgets.checklist import Checklist
from counter_app.ui.widgets.checklist_row import ChecklistItem
from counter_app.ui.widgets.code_field import CodeField
from counter_app.ui.widgets.field_box import TextField
from tests.ui.kit.conftest import Show

ID = "11010519491231002X"
ENTER = Qt.Key.Key_Return


class Desk(QWidget):
    """A field, a code field, notes, a list, a button: and a keyboard with a clock of its own."""

    def __init__(self, theme: Theme) -> None:
        super().__init__()
        self.resize(640, 560)
        self.now = 1000
        self.name, self.code = TextField(theme), CodeField(theme, 18)
        self.notes = QPlainTextEdit()
        self.list = Checklist(theme)
        self.button = Button(theme, "登录")
        self.pressed: list[str] = []
        self.button.clicked.connect(lambda: self.pressed.append("button"))
        self.list.toggled.connect(self.pressed.append)
        self.name.returnPressed.connect(lambda: self.pressed.append("enter"))
        layout = column(self)
        for widget in (self.name, self.code, self.notes, self.list, self.button):
            layout.addWidget(widget)
        self.list.set_items([ChecklistItem(str(n), f"第 {n} 项") for n in range(1, 6)])

    def key(self, key: Qt.Key, text: str, gap: int) -> None:
        """Press and let go one key, `gap` milliseconds after the last by the events' clock."""
        self.now += gap
        for kind in (QEvent.Type.KeyPress, QEvent.Type.KeyRelease):
            event = QKeyEvent(kind, key, Qt.KeyboardModifier.NoModifier, text)
            event.setTimestamp(self.now)
            QApplication.sendEvent(self.windowHandle(), event)

    def type_out(self, text: str, gap: int, end: Qt.Key | None = ENTER) -> None:
        """Type `text` with the same gap before each sign, and end it."""
        for number, sign in enumerate(text):
            code = Qt.Key(ord(sign.upper())) if sign.isascii() else Qt.Key.Key_unknown
            self.key(code, sign, gap if number else 500)
        if end is not None:
            self.key(end, "\r", gap)


@pytest.fixture
def desk(theme: Theme, show: Show) -> Desk:
    made = Desk(theme)
    show(made)
    made.name.setFocus()
    return made


@pytest.fixture
def scans(desk: Desk) -> Iterator[list[str]]:
    told: list[str] = []
    reader = WedgeReader()
    reader.scanned.connect(told.append)
    reader.watch(desk)
    yield told
    reader.deleteLater()


def test_a_scan_is_told_and_leaves_nothing_in_the_field(desk: Desk, scans: list[str]) -> None:
    desk.name.set_value("李桂兰")
    desk.name.setCursorPosition(2)
    desk.type_out(ID, 8)
    assert scans == [ID]
    assert (desk.name.value(), desk.name.cursorPosition()) == ("李桂兰", 2)
    assert desk.pressed == []


def test_a_scan_over_selected_words_gives_them_back_selected(desk: Desk, scans: list[str]) -> None:
    desk.name.set_value("李桂兰")
    desk.name.setSelection(1, 2)
    desk.type_out(ID, 8)
    assert desk.name.value() == "李桂兰"
    assert desk.name.selectedText() == "桂兰"


def test_a_scan_leaves_codes_and_notes_as_they_were(desk: Desk, scans: list[str]) -> None:
    desk.code.setFocus()
    desk.code.insert("320106")
    desk.type_out(ID, 8)
    assert desk.code.value() == "320106"
    desk.notes.setFocus()
    desk.notes.insertPlainText("老人卧床")
    desk.type_out(ID, 8)
    assert desk.notes.toPlainText() == "老人卧床"
    assert scans == [ID, ID]


@pytest.mark.parametrize("end", [Qt.Key.Key_Return, Qt.Key.Key_Enter, Qt.Key.Key_Tab])
def test_its_end_presses_nothing_and_moves_nothing(
    desk: Desk, scans: list[str], end: Qt.Key
) -> None:
    desk.button.setFocus()
    desk.type_out(ID, 8, end)
    assert scans == [ID]
    assert desk.pressed == []
    assert QApplication.focusWidget() is desk.button


def test_a_scan_ticks_no_checklist(desk: Desk, scans: list[str]) -> None:
    desk.list.focus_row("1")
    desk.type_out("123451234512345", 8)
    assert scans == ["123451234512345"]
    assert desk.pressed == []
    assert desk.list.current() == "1"


def test_digits_by_hand_tick_the_list(desk: Desk, scans: list[str], qtbot: QtBot) -> None:
    desk.list.focus_row("1")
    desk.type_out("23", 180, None)
    qtbot.waitUntil(lambda: desk.pressed == ["2", "3"])
    assert scans == []


def test_three_fast_keys_are_a_person(desk: Desk, scans: list[str], qtbot: QtBot) -> None:
    desk.list.focus_row("1")
    desk.type_out("234", 20, None)
    qtbot.waitUntil(lambda: desk.pressed == ["2", "3", "4"])
    desk.name.setFocus()
    desk.type_out("12345", 20)
    assert desk.name.value() == "12345"
    assert scans == []


def test_what_a_person_types_stays_and_enter_is_theirs(desk: Desk, scans: list[str]) -> None:
    desk.type_out(ID, 30)
    assert desk.name.value() == ID
    assert desk.pressed == ["enter"]
    assert scans == []


def test_a_hung_window_takes_nobody_for_a_reader(desk: Desk, scans: list[str]) -> None:
    """All events come at once here; only their own times tell that a person typed them."""
    desk.type_out("80231 wang min", 120)
    assert desk.name.value() == "80231 wang min"
    assert scans == []


def test_two_scans_in_a_row_both_arrive(desk: Desk, scans: list[str]) -> None:
    desk.type_out(ID, 5)
    desk.now -= 400
    desk.type_out("03A-0338W-M1", 5)
    assert scans == [ID, "03A-0338W-M1"]
    assert desk.name.value() == ""


def test_typing_right_before_a_scan_stays(desk: Desk, scans: list[str]) -> None:
    desk.type_out("Li", 150, None)
    desk.type_out(ID, 8)
    assert desk.name.value() == "Li"
    assert scans == [ID]


def test_prefix_and_suffix_are_taken_off_and_asked_for(desk: Desk) -> None:
    told: list[str] = []
    reader = WedgeReader(ReaderSettings(prefix="~", suffix="#"))
    reader.scanned.connect(told.append)
    reader.watch(desk)
    desk.type_out(f"~{ID}#", 8)
    assert told == [ID]
    desk.type_out(ID, 8)
    assert told == [ID]
    assert desk.name.value() == ID
    reader.deleteLater()


def test_the_set_up_page_sees_every_burst_with_its_gaps(desk: Desk) -> None:
    seen: list[tuple[tuple[KeySeen, ...], bool]] = []
    reader = WedgeReader()
    reader.burst_seen.connect(lambda signs, scan: seen.append((signs, scan)))
    reader.watch(desk)
    desk.type_out("123456", 8)
    assert seen == [((KeySeen("1", 0), *(KeySeen(sign, 8) for sign in "23456")), True)]
    reader.deleteLater()


@settings(
    max_examples=40,
    deadline=None,
    suppress_health_check=[HealthCheck.function_scoped_fixture],
)
@given(
    st.lists(
        st.tuples(st.text("0123456789X", min_size=1, max_size=20), st.integers(1, 29) | st.none()),
        max_size=6,
    )
)
def test_any_mix_of_hand_and_reader_loses_nothing(
    desk: Desk, scans: list[str], parts: list[tuple[str, int | None]]
) -> None:
    scans.clear()
    desk.name.set_value("")
    typed, scanned = "", []
    for text, gap in parts:
        if gap is None:
            desk.type_out(text, 90, None)
            typed += text
        elif len(text) >= 6:
            desk.type_out(text, gap)
            scanned.append(text)
    assert desk.name.value() == typed
    assert scans == scanned
