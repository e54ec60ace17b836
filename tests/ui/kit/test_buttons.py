"""Buttons and what else is pressed or shown for a while."""

from PySide6.QtCore import Qt
from PySide6.QtGui import QImage
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication, QLabel, QWidget
from pytestqt.qtbot import QtBot

from counter_app.ui.theme import Theme
from counter_app.ui.widgets.base import column
from counter_app.ui.widgets.button import Button
from counter_app.ui.widgets.label import ElidedLabel
from counter_app.ui.widgets.notice import Notice, NoticeLine
from counter_app.ui.widgets.preview import Pager
from counter_app.ui.widgets.segmented import Segmented
from counter_app.ui.widgets.states import Progress
from counter_app.ui.widgets.tick_box import CheckBox, Switch
from counter_app.ui.widgets.value_fields import Choice
from tests.ui.audit import spoken_name
from tests.ui.kit.conftest import Show, press


def _page(*widgets: QWidget) -> QWidget:
    page = QWidget()
    page.resize(480, 320)
    layout = column(page)
    for widget in widgets:
        layout.addWidget(widget)
    return page


def test_enter_space_and_click_press_a_button(theme: Theme, show: Show) -> None:
    button, pressed = Button(theme, "下一步", "F8", "primary"), []
    button.clicked.connect(lambda: pressed.append(1))
    show(_page(button))
    button.setFocus()
    press(button, Qt.Key.Key_Return)
    press(button, Qt.Key.Key_Enter)
    press(button, Qt.Key.Key_Space)
    QTest.mouseClick(button, Qt.MouseButton.LeftButton)
    assert len(pressed) == 4


def test_a_busy_button_takes_no_second_press_and_says_why(theme: Theme, show: Show) -> None:
    button, pressed = Button(theme, "保存", "F8"), []
    button.clicked.connect(lambda: pressed.append(1))
    show(_page(button))
    button.setFocus()
    button.set_busy("正在保存")
    press(button, Qt.Key.Key_Return)
    press(button, Qt.Key.Key_Space)
    QTest.mouseClick(button, Qt.MouseButton.LeftButton)
    assert pressed == []
    assert spoken_name(button) == "正在保存"
    assert button.isEnabled()
    button.set_words("保存草稿")
    assert spoken_name(button) == "正在保存"
    button.set_ready()
    press(button, Qt.Key.Key_Return)
    assert (spoken_name(button), pressed) == ("保存草稿", [1])


def test_the_key_is_heard_with_the_button(theme: Theme) -> None:
    button = Button(theme, "挂起", "F7")
    assert (spoken_name(button), button.accessibleDescription()) == ("挂起", "F7")


def test_a_button_never_shrinks_below_its_words(theme: Theme, show: Show) -> None:
    button = Button(theme, "打印一次性告知单", "F9", icon="printer")
    page = _page(button)
    show(page)
    page.resize(40, 40)
    QApplication.processEvents()
    assert button.width() >= button.sizeHint().width()


def test_boxes_and_switches_are_as_large_as_their_words(theme: Theme, show: Show) -> None:
    box, switch = CheckBox(theme, "大字"), Switch(theme, "短信通知")
    show(_page(box, switch))
    box.setFocus()
    press(box, Qt.Key.Key_Space)
    switch.setFocus()
    press(switch, Qt.Key.Key_Right)
    assert box.isChecked()
    assert switch.isChecked()
    press(switch, Qt.Key.Key_Left)
    assert not switch.isChecked()
    assert min(box.height(), switch.height()) >= 32


def test_long_words_stand_whole_in_the_tip(theme: Theme, show: Show) -> None:
    words = "阿卜杜热合曼·吉买提·" * 4
    label = ElidedLabel(theme, words)
    page = _page(label)
    show(page)
    page.resize(200, 100)
    QApplication.processEvents()
    assert label.is_elided()
    assert label.toolTip() == words
    page.resize(2000, 100)
    QApplication.processEvents()
    assert label.toolTip() == ""
    assert label.text() == words


def test_a_notice_goes_by_itself_and_the_next_replaces_it(
    theme: Theme, show: Show, qtbot: QtBot
) -> None:
    line = NoticeLine(theme)
    show(_page(line))
    line.say(Notice("已保存"))
    assert (line.present() or Notice("")).seconds == 6
    line.say(Notice("已删去一项", undo=lambda: None))
    assert (line.present() or Notice("")).seconds == 30
    assert "0:30" in [label.text() for label in line.findChildren(QLabel) if label.isVisible()]
    line.close_notice()
    assert not line.isVisible()
    assert not line.undo()


def test_progress_can_be_stopped_by_its_button(theme: Theme, show: Show) -> None:
    bar, stopped = Progress(theme), []
    bar.stopped.connect(lambda: stopped.append(1))
    show(_page(bar))
    bar.set_progress("正在导入，第 10 / 40 条", 10, 40)
    button = bar.findChild(Button)
    assert button is not None
    button.setFocus()
    press(button, Qt.Key.Key_Return)
    assert stopped == [1]


def test_pages_are_leafed_by_keys_and_heard(theme: Theme, show: Show) -> None:
    pager = Pager(theme, "业务受理回执")
    show(_page(pager))
    image = QImage(60, 80, QImage.Format.Format_RGB32)
    pager.set_pages([(image, "第一页的字"), (image, "第二页的字")])
    pager.view.setFocus()
    press(pager.view, Qt.Key.Key_PageDown)
    press(pager.view, Qt.Key.Key_PageDown)
    assert pager.page_number() == 2
    assert pager.view.accessibleDescription() == "第二页的字"
    assert spoken_name(pager.view) == "业务受理回执"
    pager.set_pages([])
    assert pager.page_number() == 0


def test_other_words_keep_the_part_chosen(theme: Theme, show: Show) -> None:
    parts = Segmented(theme, [Choice("zh", "中文"), Choice("en", "English")], "en")
    show(_page(parts))
    parts.set_choices([Choice("zh", "Chinese"), Choice("en", "English")])
    assert parts.value() == "en"
