"""The page by which a new PC joins: the code is judged where it is typed, and nothing is lost."""

from datetime import UTC, datetime

import pytest
from PySide6.QtCore import Qt
from PySide6.QtWidgets import QApplication

from counter_app.domain.join_code import MARK_BYTES, PASSWORD_BYTES, JoinCode
from counter_app.i18n import Language
from counter_app.ui.language import WindowLanguage
from counter_app.ui.signon.join_page import JoinPage, JoinTold
from counter_app.ui.signon.set_up_page import SetUpPage
from counter_app.ui.theme import Theme
from tests.ui.audit import audit
from tests.ui.conftest import Shown
from tests.ui.desk.fakes import press, type_keys, words

UNTIL = datetime(2026, 11, 24, 9, 30, tzinfo=UTC)
CODE = JoinCode("10.12.3.4", 5432, "counter", 4, UNTIL, b"c" * MARK_BYTES, b"s" * PASSWORD_BYTES)


@pytest.fixture
def page(theme: Theme, language: WindowLanguage) -> JoinPage:
    return JoinPage(theme, ("HP",))


@pytest.fixture
def asked(page: JoinPage) -> list[JoinTold]:
    told: list[JoinTold] = []
    page.join_asked.connect(told.append)
    return told


def test_a_scanned_code_and_a_window_are_enough(
    page: JoinPage, asked: list[JoinTold], open_page: Shown
) -> None:
    open_page(page)
    type_keys("".join(CODE.groups).lower())
    press(Qt.Key.Key_Return)
    type_keys("4a")
    press(Qt.Key.Key_F8)
    assert asked == [JoinTold(CODE, "4A", "folder")]
    press(Qt.Key.Key_F8)
    assert len(asked) == 1, "it joins once"


def test_a_mistyped_group_is_named_at_the_code(
    page: JoinPage, asked: list[JoinTold], open_page: Shown
) -> None:
    open_page(page)
    groups = [*CODE.groups]
    groups[3] = groups[3][1:] + "Z"
    type_keys(" ".join(groups))
    press(Qt.Key.Key_Return)
    type_keys("4")
    press(Qt.Key.Key_F8)
    assert asked == []
    assert page.rows["code"].error() == "加入码第 4 组有误，请对照重输"
    assert QApplication.focusWidget() is page.code_field


def test_a_window_is_needed(page: JoinPage, asked: list[JoinTold], open_page: Shown) -> None:
    open_page(page)
    type_keys(str(CODE))
    press(Qt.Key.Key_F8)
    assert asked == []
    assert page.rows["window"].error() != ""
    assert QApplication.focusWidget() is page.window_field


def test_why_it_did_not_join_is_said_and_it_may_be_tried_again(
    page: JoinPage, asked: list[JoinTold], open_page: Shown
) -> None:
    open_page(page)
    page.code_field.set_value(str(CODE))
    page.window_field.set_value("4")
    press(Qt.Key.Key_F8)
    page.say_progress(500, 12_345)
    assert "正在接收网点的记录，500 / 12345" in words(page)
    page.refuse("连不上网点库")
    assert "连不上网点库" in words(page)
    page.rows["code"].setFocus()
    QApplication.processEvents()
    page.offers()[1].run()
    assert len(asked) == 2


def test_one_page_leads_to_the_other(page: JoinPage, theme: Theme, open_page: Shown) -> None:
    went: list[str] = []
    first = SetUpPage(theme, ())
    first.join_wanted.connect(lambda: went.append("join"))
    page.back_wanted.connect(lambda: went.append("back"))
    open_page(first)
    next(one for one in first.offers() if one.code == "setup.join").run()
    open_page(page)
    press(Qt.Key.Key_F8, Qt.KeyboardModifier.ShiftModifier)
    assert went == ["join", "back"]


@pytest.mark.parametrize("size", [(1366, 768), (911, 512)])
@pytest.mark.parametrize("spoken", ["zh", "en"])
def test_the_page_is_whole(
    page: JoinPage,
    open_page: Shown,
    language: WindowLanguage,
    size: tuple[int, int],
    spoken: Language,
) -> None:
    language.choose(spoken)
    frame = open_page(page)
    frame.resize(*size)
    QApplication.processEvents()
    assert audit(frame) == []
    press(Qt.Key.Key_F8)
    QApplication.processEvents()
    assert audit(frame) == []
