"""The lock: nothing shows through, and everything comes back as it was."""

from collections.abc import Iterator

import pytest
from PySide6.QtCore import Qt
from PySide6.QtGui import QAccessible, QAccessibleInterface
from PySide6.QtWidgets import QApplication, QWidget
from pytestqt.qtbot import QtBot

from counter_app.ui.shell import Frame
from counter_app.ui.theme import Theme
from counter_app.ui.widgets.dialog import Dialog
from counter_app.ui.widgets.field_box import TextField
from tests.ui.audit import audit, spoken_name
from tests.ui.kit.conftest import press, type_in
from tests.ui.kit.pages import NUMBER, DeskPage, focus

WHO = "3 号窗口，王敏 80231"


def heard(interface: QAccessibleInterface | None) -> Iterator[str]:
    """All that a screen reader can get out of a window."""
    if interface is None or not interface.isValid():
        return
    yield interface.text(QAccessible.Text.Name)
    yield interface.text(QAccessible.Text.Value)
    for number in range(interface.childCount()):
        yield from heard(interface.child(number))


def spoken(window: QWidget) -> str:
    return "\n".join(heard(QAccessible.queryAccessibleInterface(window)))


def test_nothing_of_the_page_is_seen_or_heard(page: DeskPage, frame: Frame) -> None:
    assert NUMBER in spoken(frame)
    frame.locker.lock(WHO)
    words = spoken(frame)
    assert NUMBER not in words
    assert "个人开户" not in words
    assert WHO in words
    assert not page.isVisible()
    assert frame.windowTitle() == "已锁屏"


def test_no_other_window_of_ours_shows_the_page(page: DeskPage, frame: Frame) -> None:
    frame.locker.lock(WHO)
    QApplication.processEvents()
    assert [w for w in QApplication.topLevelWidgets() if w.isVisible()] == [frame]


def test_keys_are_dead_under_the_lock(page: DeskPage, frame: Frame) -> None:
    frame.locker.lock(WHO)
    for key in (Qt.Key.Key_F8, Qt.Key.Key_F2, Qt.Key.Key_F7, Qt.Key.Key_F1, Qt.Key.Key_F4):
        press(focus(), key)
    assert page.done == []
    assert spoken_name(focus()) == "密码"


def test_unlocking_brings_back_field_caret_and_words(page: DeskPage, frame: Frame) -> None:
    type_in(page.name, "Li Lei")
    page.name.setCursorPosition(2)
    frame.locker.lock(WHO)
    frame.locker.unlock()
    assert focus() is page.name
    assert (page.name.value(), page.name.cursorPosition()) == ("Li Lei", 2)
    press(focus(), Qt.Key.Key_F7)
    assert page.done == ["park"]


def test_the_password_is_asked_for_by_keys_and_not_kept(page: DeskPage, frame: Frame) -> None:
    asked: list[str] = []
    frame.locker.screen.unlock_asked.connect(asked.append)
    frame.locker.lock(WHO)
    type_in(focus(), "demo")
    press(focus(), Qt.Key.Key_Return)
    assert asked == []
    press(focus(), Qt.Key.Key_Return)
    assert asked == ["demo"]
    press(focus(), Qt.Key.Key_Return)
    assert asked == ["demo"]
    frame.locker.refuse("密码不对，还可再试 4 次")
    assert "密码不对，还可再试 4 次" in spoken(frame)
    assert spoken_name(focus()) == "密码"
    type_in(focus(), "again")
    press(focus(), Qt.Key.Key_Return)
    press(focus(), Qt.Key.Key_Return)
    assert asked == ["demo", "again"]


def test_an_empty_password_explains(page: DeskPage, frame: Frame) -> None:
    asked: list[str] = []
    frame.locker.screen.unlock_asked.connect(asked.append)
    frame.locker.lock(WHO)
    press(focus(), Qt.Key.Key_Return)
    press(focus(), Qt.Key.Key_Return)
    assert asked == []
    assert "请输入密码" in spoken(frame)


def test_an_open_dialog_goes_and_comes_back(
    theme: Theme, page: DeskPage, frame: Frame, qtbot: QtBot
) -> None:
    dialog = Dialog(theme, frame, "请主管批准")
    field = TextField(theme)
    field.setAccessibleName("意见")
    dialog.body.addWidget(field)
    dialog.focus_first(field)
    dialog.open()
    qtbot.waitUntil(field.hasFocus)
    type_in(field, "ok")
    frame.locker.lock(WHO)
    assert not dialog.isVisible()
    frame.locker.unlock()
    assert dialog.isVisible()
    qtbot.waitUntil(field.hasFocus)
    assert field.value() == "ok"
    dialog.reject()


def test_a_second_lock_changes_nothing(page: DeskPage, frame: Frame) -> None:
    page.phone.setFocus()
    frame.locker.lock(WHO)
    frame.locker.lock("别人")
    assert WHO in spoken(frame)
    frame.locker.unlock()
    frame.locker.unlock()
    assert focus() is page.phone


def test_panels_open_before_the_lock_are_there_after_it(page: DeskPage, frame: Frame) -> None:
    press(focus(), Qt.Key.Key_F1)
    frame.locker.lock(WHO)
    frame.locker.unlock()
    assert frame.panels.help.isVisible()
    press(focus(), Qt.Key.Key_F8)
    assert page.done == []
    press(focus(), Qt.Key.Key_Escape)
    press(focus(), Qt.Key.Key_F8)
    assert page.done == ["next"]


@pytest.mark.parametrize("scale", [100, 150])
def test_the_lock_itself_is_whole(page: DeskPage, frame: Frame, scale: int) -> None:
    frame.theme.choose("light", scale)
    frame.locker.lock(WHO)
    QApplication.processEvents()
    assert audit(frame) == []
