"""A supervisor takes a locked window over."""

from collections.abc import Iterator

import pytest
from PySide6.QtCore import Qt
from PySide6.QtWidgets import QWidget
from pytestqt.qtbot import QtBot

from counter_app.ui.language import WindowLanguage
from counter_app.ui.signon.asked import HandedOver, Refused
from counter_app.ui.signon.take_over_dialog import TakeOverDialog
from counter_app.ui.theme import Theme
from tests.ui.audit import audit
from tests.ui.desk.fakes import press, type_keys


@pytest.fixture
def dialog(theme: Theme, language: WindowLanguage, qtbot: QtBot) -> Iterator[TakeOverDialog]:
    owner = QWidget()
    qtbot.addWidget(owner)
    owner.resize(911, 512)
    with qtbot.waitActive(owner):
        owner.show()
        owner.activateWindow()
    made = TakeOverDialog(theme, owner, "王敏")
    made.open()
    qtbot.waitUntil(made.number.hasFocus)
    yield made
    owner.close()


def test_number_and_password_are_asked_and_the_answer_closes(dialog: TakeOverDialog) -> None:
    asked: list[tuple[str, str]] = []
    done: list[HandedOver] = []
    dialog.asked.connect(lambda number, password: asked.append((number, password)))
    dialog.done_by.connect(done.append)
    press(Qt.Key.Key_F8)
    assert asked == []
    assert dialog.number_row.error() == "请输入主管工号"
    type_keys("80201")
    press(Qt.Key.Key_Return)
    type_keys("hers")
    press(Qt.Key.Key_F8)
    assert asked == [("80201", "hers")]
    dialog.answer(Refused("not_allowed", {"right": "take_over"}))
    assert (dialog.number.value(), dialog.secret.text()) == ("80201", "")
    assert dialog.secret_row.error() == "这个工号没有这个权限，请运营主管来"
    assert audit(dialog) == []
    dialog.answer(HandedOver("80201"))
    assert done == [HandedOver("80201")]
    assert not dialog.isVisible()
