"""The window: keys, focus, layers, layouts. Everything by keys, as a teller would."""

import pytest
from PySide6.QtCore import Qt
from PySide6.QtWidgets import QApplication, QWidget
from pytestqt.qtbot import QtBot

from counter_app.ui.keys import Key
from counter_app.ui.language import WindowLanguage
from counter_app.ui.shell import Action, Frame, Page
from counter_app.ui.shell.layout import layout_for
from counter_app.ui.theme import Look, Theme
from counter_app.ui.widgets.field_box import TextField
from counter_app.ui.widgets.field_row import FieldRow
from counter_app.ui.widgets.table import Column, Table, TableRow
from counter_app.ui.widgets.visit_head import VisitHead
from tests.ui.audit import audit, controls, spoken_name
from tests.ui.kit.conftest import press
from tests.ui.kit.pages import NUMBER, Clock, DeskPage, focus, shown

CTRL = Qt.KeyboardModifier.ControlModifier
SHIFT = Qt.KeyboardModifier.ShiftModifier
ALT = Qt.KeyboardModifier.AltModifier


def test_a_page_opens_with_its_first_field_focused(page: DeskPage, frame: Frame) -> None:
    assert focus() is page.name
    assert frame.windowTitle() == "受理 - 安澜银行 城东支行"


def test_enter_goes_on_to_the_primary_button_and_presses_nothing(page: DeskPage) -> None:
    for expected in ("手机", "大字", "下一步：核对"):
        press(focus(), Qt.Key.Key_Return)
        assert spoken_name(focus()) == expected
    assert page.done == []
    press(focus(), Qt.Key.Key_Return)
    assert page.done == ["next"]


def test_keys_act_wherever_the_focus_is(page: DeskPage) -> None:
    press(focus(), Qt.Key.Key_F7)
    press(focus(), Qt.Key.Key_F8, SHIFT)
    assert page.done == ["park", "back"]


def test_repeated_presses_of_f8_act_once(page: DeskPage, clock: Clock) -> None:
    for _ in range(5):
        press(focus(), Qt.Key.Key_F8)
        clock.now += 0.02
    assert page.done == ["next"]
    clock.now += 1
    press(focus(), Qt.Key.Key_F8)
    assert page.done == ["next", "next"]


def test_f2_and_f9_act_once_and_other_keys_each_time(page: DeskPage) -> None:
    for key in (Qt.Key.Key_F2, Qt.Key.Key_F9, Qt.Key.Key_F7):
        press(focus(), key)
        press(focus(), key)
    assert page.done == ["start", "print", "park", "park"]


def test_ctrl_enter_is_f8_and_both_together_act_once(page: DeskPage) -> None:
    press(focus(), Qt.Key.Key_Return, CTRL)
    press(focus(), Qt.Key.Key_F8)
    assert page.done == ["next"]


def test_what_cannot_be_done_explains_itself(page: DeskPage, frame: Frame) -> None:
    page.why_not = "还有 2 份材料没看，先看材料"
    page.offers_changed.emit()
    button = frame.offers.primary()
    assert button is not None
    assert button.isEnabled()
    press(focus(), Qt.Key.Key_F8)
    assert page.done == []
    assert "还有 2 份材料没看，先看材料" in shown(frame.notices)


def test_unchanged_buttons_keep_the_focus_when_offers_change(page: DeskPage, frame: Frame) -> None:
    button = frame.offers.button("park")
    assert button is not None
    button.setFocus()
    page.why_not = "先填姓名"
    page.offers_changed.emit()
    assert focus() is button


def test_alt_digits_go_to_steps_reached(page: DeskPage) -> None:
    told: list[int] = []
    page.steps.step_chosen.connect(told.append)
    for key in (Qt.Key.Key_1, Qt.Key.Key_3, Qt.Key.Key_4):
        press(focus(), key, ALT)
    assert told == [0, 2]


def test_f6_goes_round_the_panes_and_remembers_the_place(page: DeskPage, frame: Frame) -> None:
    page.phone.setFocus()
    press(focus(), Qt.Key.Key_F6)
    assert frame.actions_bar.isAncestorOf(focus())
    press(focus(), Qt.Key.Key_F6)
    assert frame.body.queue.isAncestorOf(focus())
    press(focus(), Qt.Key.Key_F6)
    assert focus() is page.phone
    press(focus(), Qt.Key.Key_F6, SHIFT)
    assert frame.body.queue.isAncestorOf(focus())


def test_tab_comes_round_without_a_trap(page: DeskPage, frame: Frame) -> None:
    seen = []
    for _ in range(len(controls(frame)) + 2):
        seen.append(focus())
        press(focus(), Qt.Key.Key_Tab)
    assert seen[0] is page.name
    assert page.name in seen[1:]


def test_focus_is_never_nowhere(page: DeskPage, frame: Frame, qtbot: QtBot) -> None:
    page.phone.setFocus()
    page.phone.hide()
    qtbot.waitUntil(lambda: QApplication.focusWidget() is not None)
    page.name.setFocus()
    page.name.clearFocus()
    qtbot.waitUntil(lambda: QApplication.focusWidget() is page.name)


def test_before_sign_on_there_is_only_the_page_and_help(
    theme: Theme, page: DeskPage, frame: Frame
) -> None:
    frame.set_signed_on(False)
    blank = Page(theme, "sign_on")
    frame.show_page(blank)
    press(frame, Qt.Key.Key_F4)
    press(frame, Qt.Key.Key_F12)
    assert not frame.bar.search.isVisible()
    assert not frame.body.queue.isVisible()
    assert frame.offers.action("window.lock") is None
    assert frame.offers.action("window.help") is not None


@pytest.mark.parametrize(
    ("width", "height", "scale", "panes"),
    [
        (1366, 768, 100, "three"),
        (1280, 600, 100, "three"),
        (1279, 768, 100, "drawer"),
        (1366, 768, 130, "narrow"),
        (1366, 768, 125, "drawer"),
        (1000, 600, 100, "drawer"),
        (999, 768, 100, "narrow"),
        (1366, 599, 100, "narrow"),
        (1366, 768, 150, "narrow"),
        (1920, 1080, 150, "three"),
    ],
)
def test_the_layout_follows_logical_size(width: int, height: int, scale: int, panes: str) -> None:
    assert layout_for(width, height, scale).panes == panes


def test_the_drawer_opens_by_key_and_closes_by_esc(page: DeskPage, frame: Frame) -> None:
    frame.resize(1100, 700)
    QApplication.processEvents()
    assert not frame.body.context.isVisible()
    press(focus(), Qt.Key.Key_3, CTRL)
    assert frame.body.context.isVisible()
    assert NUMBER in shown(frame.body.context)
    press(focus(), Qt.Key.Key_Escape)
    assert not frame.body.context.isVisible()
    assert focus() is page.name


def test_what_has_the_focus_is_in_sight(page: DeskPage, frame: Frame) -> None:
    for number in range(12):
        page.body.insertWidget(0, FieldRow(frame.theme, f"第 {number} 栏", TextField(frame.theme)))
    for _ in range(3):
        QApplication.processEvents()
    page.large.setFocus()
    assert not page.large.visibleRegion().isEmpty()
    press(page.large, Qt.Key.Key_PageUp)
    press(page.large, Qt.Key.Key_PageUp)
    assert page.scroll_place() == 0


def test_a_right_pane_with_more_than_fits_is_scrolled_by_keys(page: DeskPage, frame: Frame) -> None:
    frame.resize(1280, 600)
    section = page.context()[1]
    section.setMinimumHeight(900)
    for _ in range(3):
        QApplication.processEvents()
    page.large.setFocus()
    press(focus(), Qt.Key.Key_F6)
    assert spoken_name(focus()) == "右栏"
    assert audit(frame) == []


def test_the_narrow_window_says_in_the_bar_what_the_status_line_says(
    page: DeskPage, frame: Frame
) -> None:
    assert "已保存 14:34:05" not in shown(frame.bar)
    frame.resize(911, 512)
    assert "已保存 14:34:05" in shown(frame.bar)
    assert not frame.status.isVisible()
    assert "挂起 1" in shown(page)


@pytest.mark.parametrize(
    ("size", "scale"),
    [((1366, 768), 100), ((1366, 768), 150), ((1920, 1080), 100), ((1920, 1080), 150)],
    ids=str,
)
@pytest.mark.parametrize("look", ["light", "dark", "contrast"])
def test_nothing_is_cut_hidden_or_pale_at_any_size(
    page: DeskPage, frame: Frame, size: tuple[int, int], scale: int, look: Look
) -> None:
    frame.resize(*size)
    frame.theme.choose(look, scale)
    for _ in range(3):
        QApplication.processEvents()
    assert (frame.width(), frame.height()) == size
    assert audit(frame) == []


@pytest.mark.parametrize("scale", [100, 150])
def test_the_english_window_is_whole_too(
    page: DeskPage, frame: Frame, language: WindowLanguage, scale: int
) -> None:
    language.choose("en")
    frame.theme.choose("light", scale)
    for _ in range(3):
        QApplication.processEvents()
    assert audit(frame) == []
    names = [spoken_name(w) for w in controls(frame.bar)]
    assert "Menu" in names
    assert "Lock" in names


class _Next(Page):
    """The page after: its primary button has other words."""

    def __init__(self, theme: Theme) -> None:
        super().__init__(theme, "next")
        self.field = TextField(theme)
        self.body.addWidget(FieldRow(theme, "金额", self.field))

    def first_focus(self) -> QWidget:
        return self.field

    def offers(self) -> list[Action]:
        return [Action("next", "下一步：核心", lambda: None, Key.NEXT, "primary")]


def test_the_new_button_of_a_step_takes_no_focus_from_its_page(
    page: DeskPage, frame: Frame
) -> None:
    button = frame.offers.primary()
    assert button is not None
    button.setFocus()
    following = _Next(frame.theme)
    frame.show_page(following)
    for _ in range(3):
        QApplication.processEvents()
    assert focus() is following.field


class _Log(Page):
    """A wide page: a table and nothing beside it."""

    def __init__(self, theme: Theme) -> None:
        super().__init__(theme, "log")
        self.table = Table(theme, "日志", [Column("编号", 120), Column("业务")])
        self.table.rows.set_rows([TableRow(str(n), (str(n), "挂失")) for n in range(40)])
        self.opened: list[str] = []
        self.table.opened.connect(self.opened.append)
        self.field = TextField(theme)
        self.fill_whole()
        self.body.addWidget(FieldRow(theme, "在结果里筛", self.field))
        self.body.addWidget(self.table, 1)

    def title(self) -> str:
        return "日志"

    def first_focus(self) -> QWidget:
        return self.table


@pytest.mark.parametrize("size", [(1366, 768), (1100, 700), (911, 512)], ids=str)
def test_a_wide_page_fills_the_window_and_gives_the_panes_back(
    page: DeskPage, frame: Frame, size: tuple[int, int]
) -> None:
    frame.resize(*size)
    QApplication.processEvents()
    body = frame.body
    before = (page.geometry(), body.queue.isVisible(), body.context.isVisible())
    log = _Log(frame.theme)
    frame.show_page(log)
    QApplication.processEvents()
    assert (log.width(), log.height()) == (body.width(), body.height())
    assert not body.queue.isVisible()
    assert not body.context.isVisible()
    assert not [w for w in QApplication.topLevelWidgets() if w.isVisible() and w is not frame]
    assert audit(frame) == []
    frame.show_page(page)
    QApplication.processEvents()
    assert (page.geometry(), body.queue.isVisible(), body.context.isVisible()) == before


def test_what_leaves_a_head_comes_back_as_no_window_of_its_own(theme: Theme, frame: Frame) -> None:
    page = _Next(theme)
    page.put_head(VisitHead(theme))
    frame.show_page(page)
    for _ in range(3):
        frame.resize(911, 512)
        frame.resize(1366, 768)
        QApplication.processEvents()
        assert [w for w in QApplication.topLevelWidgets() if w.isVisible()] == [frame]
    assert focus() is page.field
    frame.resize(911, 512)
    assert "挂起 1" in shown(page)


def test_a_page_without_a_left_pane_has_its_room(page: DeskPage, frame: Frame) -> None:
    frame.set_left(False)
    QApplication.processEvents()
    assert not frame.body.queue.isVisible()
    assert page.width() + frame.body.context.width() == frame.body.width()
    frame.resize(911, 512)
    QApplication.processEvents()
    assert "挂起 1" not in shown(page)
    frame.set_left(True)
    assert "挂起 1" in shown(page)


def test_enter_on_a_row_opens_it_and_goes_nowhere_else(page: DeskPage, frame: Frame) -> None:
    log = _Log(frame.theme)
    frame.show_page(log)
    press(focus(), Qt.Key.Key_Down)
    press(focus(), Qt.Key.Key_Return)
    assert log.opened == ["1"]
    assert focus() is log.table
