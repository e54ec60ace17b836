"""What opens over a page: help, commands, search, menu, dialog, notice. Esc takes it away."""

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QApplication, QMenu
from pytestqt.qtbot import QtBot

from counter_app.ui.shell import Action, Frame, Page, Pick
from counter_app.ui.theme import Theme
from counter_app.ui.widgets.button import Button
from counter_app.ui.widgets.dialog import Dialog
from counter_app.ui.widgets.field_box import TextField
from tests.ui.audit import spoken_name
from tests.ui.kit.conftest import press, type_in
from tests.ui.kit.pages import NUMBER, DeskPage, focus, shown

CTRL = Qt.KeyboardModifier.ControlModifier
SHIFT = Qt.KeyboardModifier.ShiftModifier
ALT = Qt.KeyboardModifier.AltModifier


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


def test_what_comes_again_for_the_same_words_leaves_the_choice(
    page: DeskPage, frame: Frame
) -> None:
    """A late answer must not make Enter open another one than the person has in view."""
    taken: list[str] = []
    frame.panels.hit_picked.connect(taken.append)
    press(focus(), Qt.Key.Key_F4)
    type_in(focus(), "li")
    picks = [Pick("p1", "李桂兰"), Pick("p2", "李梅"), Pick("p3", "李强")]
    frame.panels.show_results("li", picks, "")
    press(focus(), Qt.Key.Key_Down)
    frame.panels.show_results("li", [Pick("p0", "李安"), *picks], "")
    assert frame.panels.results.rows.current() == "p2"
    type_in(focus(), "m")
    frame.panels.show_results("lim", picks[1:], "")
    assert frame.panels.results.rows.current() == "p2"
    frame.panels.show_results("lim", picks[2:], "")
    press(focus(), Qt.Key.Key_Return)
    assert taken == ["p3"]


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
