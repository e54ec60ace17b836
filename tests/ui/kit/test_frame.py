"""The window: keys, focus, layers, layouts. Everything by keys, as a teller would."""

import pytest
from PySide6.QtCore import Qt
from PySide6.QtWidgets import QApplication, QLabel, QMenu, QWidget
from pytestqt.qtbot import QtBot

from counter_app.ui.language import WindowLanguage
from counter_app.ui.shell import Action, Frame, Page, Pick
from counter_app.ui.shell.layout import layout_for
from counter_app.ui.theme import Look, Theme
from counter_app.ui.widgets.button import Button
from counter_app.ui.widgets.dialog import Dialog
from counter_app.ui.widgets.field_box import TextField
from counter_app.ui.widgets.field_row import FieldRow
from tests.ui.audit import audit, controls, spoken_name
from tests.ui.kit.conftest import Show, press, type_in
from tests.ui.kit.pages import DeskPage, dress

CTRL = Qt.KeyboardModifier.ControlModifier
SHIFT = Qt.KeyboardModifier.ShiftModifier
ALT = Qt.KeyboardModifier.AltModifier

INITIALS = {"挂起": "gq", "打印告知单": "dygzd"}


class Clock:
    """Seconds that go on only when told."""

    def __init__(self) -> None:
        self.now = 0.0

    def __call__(self) -> float:
        return self.now


@pytest.fixture
def clock() -> Clock:
    return Clock()


@pytest.fixture
def frame(theme: Theme, show: Show, clock: Clock) -> Frame:
    window = Frame(theme, lambda words: INITIALS.get(words, ""), clock)
    dress(window)
    window.resize(1366, 768)
    show(window)
    return window


@pytest.fixture
def page(theme: Theme, frame: Frame) -> DeskPage:
    made = DeskPage(theme)
    frame.show_page(made)
    return made


def focus() -> QWidget:
    """The widget that has the focus; there always is one."""
    QApplication.processEvents()
    widget = QApplication.focusWidget()
    assert widget is not None
    return widget


def shown(widget: QWidget) -> list[str]:
    """The words on show."""
    QApplication.processEvents()
    return [label.text() for label in widget.findChildren(QLabel) if label.isVisible()]


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


def test_f1_lists_what_exists_and_esc_goes_back(page: DeskPage, frame: Frame) -> None:
    press(focus(), Qt.Key.Key_F1)
    words = shown(frame.panels.help)
    assert {"F8", "下一步：核对", "1-9", "勾选", "F12"} <= set(words)
    assert "F3" not in words
    press(focus(), Qt.Key.Key_F8)
    assert page.done == []
    press(focus(), Qt.Key.Key_Escape)
    assert focus() is page.name
    press(focus(), Qt.Key.Key_F8)
    assert page.done == ["next"]


def test_a_command_is_found_by_initials_and_done(page: DeskPage, frame: Frame) -> None:
    press(focus(), Qt.Key.Key_K, CTRL)
    type_in(focus(), "gzd")
    assert [pick.words for pick in frame.panels.commands.rows.picks()] == ["打印告知单"]
    press(focus(), Qt.Key.Key_Return)
    assert page.done == ["print"]
    assert focus() is page.name


def test_a_command_that_does_not_exist_says_what_next(page: DeskPage, frame: Frame) -> None:
    press(focus(), Qt.Key.Key_K, CTRL)
    type_in(focus(), "xyz")
    assert "没有这样的命令，退格重打" in shown(frame.panels.commands)
    press(focus(), Qt.Key.Key_Return)
    press(focus(), Qt.Key.Key_Escape)
    assert page.done == []
    assert focus() is page.name


def test_the_search_shows_results_and_takes_one_by_keys(page: DeskPage, frame: Frame) -> None:
    asked: list[str] = []
    taken: list[str] = []
    frame.panels.searched.connect(asked.append)
    frame.panels.hit_picked.connect(taken.append)
    press(focus(), Qt.Key.Key_F4)
    assert focus() is frame.bar.search
    type_in(focus(), "li")
    picks = [Pick("p1", "李桂兰", NUMBER, "客户"), Pick("p2", "李雷", NUMBER, "客户")]
    frame.panels.show_results("l", [picks[0]], "")
    assert not frame.panels.results.isVisible()
    frame.panels.show_results("li", picks, "还有 30 位")
    assert "还有 30 位" in shown(frame.panels.results)
    press(focus(), Qt.Key.Key_Down)
    press(focus(), Qt.Key.Key_Return)
    assert (asked, taken) == (["l", "li"], ["p2"])
    assert frame.bar.search.text() == ""
    assert focus() is page.name


def test_esc_leaves_the_search_and_keeps_what_was_typed_elsewhere(
    page: DeskPage, frame: Frame
) -> None:
    type_in(page.name, "Li")
    press(focus(), Qt.Key.Key_F4)
    type_in(focus(), "wang")
    frame.panels.show_results("wang", [], "没有找到，可按 F2 登记新客户")
    press(focus(), Qt.Key.Key_Escape)
    assert focus() is page.name
    assert page.name.value() == "Li"
    assert not frame.panels.results.isVisible()


def test_results_go_when_the_focus_leaves_the_box(page: DeskPage, frame: Frame) -> None:
    press(focus(), Qt.Key.Key_F4)
    type_in(focus(), "li")
    frame.panels.show_results("li", [Pick("p1", "李桂兰")], "")
    page.phone.setFocus()
    assert not frame.panels.results.isVisible()
    assert focus() is page.phone


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


def test_a_notice_is_undone_by_key_and_goes_by_esc(page: DeskPage, frame: Frame) -> None:
    undone: list[bool] = []
    frame.say("已删去一项", "undo-2", lambda: undone.append(True))
    page.large.setFocus()
    press(focus(), Qt.Key.Key_Z, CTRL)
    assert undone == [True]
    assert not frame.notices.isVisible()
    press(focus(), Qt.Key.Key_Z, CTRL)
    assert page.done == ["undo"]
    frame.say("已保存")
    press(focus(), Qt.Key.Key_Escape)
    assert not frame.notices.isVisible()
    press(focus(), Qt.Key.Key_M, CTRL | SHIFT)
    assert "已保存" in shown(frame.notices)


def test_ctrl_z_in_a_field_belongs_to_the_field(page: DeskPage, frame: Frame) -> None:
    undone: list[bool] = []
    frame.say("已删去一项", "undo-2", lambda: undone.append(True))
    type_in(page.name, "Li")
    press(page.name, Qt.Key.Key_Z, CTRL)
    assert page.name.value() == ""
    assert undone == []
    assert page.done == []


def test_no_key_acts_under_a_dialog_and_the_focus_comes_back(
    theme: Theme, page: DeskPage, frame: Frame, qtbot: QtBot
) -> None:
    page.phone.setFocus()
    dialog = Dialog(theme, frame, "请主管批准")
    done: list[str] = []
    field = TextField(theme)
    field.setAccessibleName("主管工号")
    dialog.body.addWidget(field)
    dialog.add_action("在此批准", lambda: done.append("approve"), "F8", "primary")
    dialog.focus_first(field)
    dialog.open()
    qtbot.waitUntil(lambda: QApplication.focusWidget() is field)
    press(focus(), Qt.Key.Key_Return)
    assert spoken_name(focus()) == "在此批准"
    assert done == []
    press(focus(), Qt.Key.Key_F7)
    press(focus(), Qt.Key.Key_F8)
    assert (page.done, done) == ([], ["approve"])
    press(focus(), Qt.Key.Key_Escape)
    qtbot.waitUntil(lambda: QApplication.focusWidget() is page.phone)


def test_the_menu_holds_what_the_program_offers(page: DeskPage, frame: Frame) -> None:
    done: list[str] = []
    frame.set_program_actions(
        [Action("look", "外观：深", lambda: done.append("look"), place="hidden")]
    )
    press(focus(), Qt.Key.Key_F10)
    menu = QApplication.activePopupWidget()
    assert isinstance(menu, QMenu)
    assert menu.activeAction().text() == "外观：深"
    press(menu, Qt.Key.Key_Return)
    assert done == ["look"]


def test_f12_only_asks_for_the_lock(page: DeskPage, frame: Frame) -> None:
    asked: list[bool] = []
    frame.lock_asked.connect(lambda: asked.append(True))
    press(focus(), Qt.Key.Key_F12)
    assert asked == [True]
    assert not frame.locker.locked


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


def test_what_has_no_room_in_the_action_bar_is_behind_more(theme: Theme, frame: Frame) -> None:
    many = ManyActions(theme)
    frame.show_page(many)
    frame.resize(911, 512)
    QApplication.processEvents()
    visible = [b for b in frame.actions_bar.findChildren(Button) if b.isVisible()]
    assert visible[-1].kind == "primary"
    more = next(b for b in visible if b.text() == "更多")
    press(more, Qt.Key.Key_Space)
    assert len(frame.panels.commands.rows.picks()) > len(visible)


class ManyActions(Page):
    """A page that offers more than the bar can hold."""

    def __init__(self, theme: Theme) -> None:
        super().__init__(theme, "many")

    def offers(self) -> list[Action]:
        actions = [Action(f"a{n}", f"第 {n} 种办法", lambda: None) for n in range(12)]
        return [*actions, Action("next", "下一步", lambda: None, "F8", "primary")]


NUMBER = "110***********002X"
