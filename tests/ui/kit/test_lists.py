"""Checklist, read-back, left pane, table, options, rail: what keys do and what is told."""

import pytest
from PySide6.QtCore import Qt
from PySide6.QtWidgets import QApplication, QLabel, QWidget
from pytestqt.qtbot import QtBot

from counter_app.ui.theme import Theme
from counter_app.ui.widgets.badge import Badge, Mark
from counter_app.ui.widgets.base import column
from counter_app.ui.widgets.checklist import Checklist
from counter_app.ui.widgets.checklist_row import ChecklistItem, Fact, ItemState
from counter_app.ui.widgets.field_box import TextField
from counter_app.ui.widgets.option_card import Option, OptionGroup
from counter_app.ui.widgets.queue_list import QueueGroup, QueueItem, QueueLine, QueuePane, State
from counter_app.ui.widgets.read_back import CheckLine, ReadBackList
from counter_app.ui.widgets.segmented import Segmented
from counter_app.ui.widgets.step_rail import RailStep, StepRail
from counter_app.ui.widgets.table import Column, GroupRow, Table, TableRow
from counter_app.ui.widgets.value_fields import Choice
from tests.ui.audit import controls, spoken_name
from tests.ui.kit.conftest import Show, press, type_in


def _page(*widgets: QWidget) -> QWidget:
    page = QWidget()
    page.resize(640, 560)
    layout = column(page)
    for widget in widgets:
        layout.addWidget(widget)
    layout.addStretch(1)
    return page


def _words(widget: QWidget) -> list[str]:
    QApplication.processEvents()
    return [
        label.text() for label in widget.findChildren(QLabel) if label.isVisible() and label.text()
    ]


def _items(state: ItemState = "todo", opened: bool = False) -> list[ChecklistItem]:
    return [
        ChecklistItem(
            "id", "身份证原件", "有效期内", "done", Mark("原件已见", "ok", "circle-check")
        ),
        ChecklistItem(
            "use",
            "用途证明",
            "须有一份证明",
            state,
            facts=(Fact("可替代", "工作证"), Fact("依据", "规程 第 3 条", quiet=True)),
            options=(Option("bring", "补来", "凭编号续办"), Option("later", "改期")),
            open=opened,
        ),
        ChecklistItem("agent", "代理人证件 不适用", state="skipped"),
    ]


@pytest.fixture
def checklist(theme: Theme, show: Show) -> Checklist:
    rows = Checklist(theme)
    show(_page(rows))
    rows.set_items(_items())
    return rows


def test_space_and_digits_tick_while_the_list_has_the_focus(checklist: Checklist) -> None:
    told: list[str] = []
    checklist.toggled.connect(told.append)
    checklist.focus_row("id")
    press(_focus(), Qt.Key.Key_Space)
    press(_focus(), Qt.Key.Key_2)
    assert told == ["id", "use"]
    assert checklist.current() == "use"
    press(_focus(), Qt.Key.Key_9)
    assert told == ["id", "use"]


def test_digits_typed_into_a_field_of_a_row_tick_nothing(
    theme: Theme, checklist: Checklist
) -> None:
    told: list[str] = []
    checklist.toggled.connect(told.append)
    field = TextField(theme)
    checklist.set_items(_items("missing", opened=True))
    checklist.set_extra("use", field)
    field.setFocus()
    type_in(field, "12")
    assert (field.value(), told) == ("12", [])


def test_arrows_move_between_rows_and_stop_at_the_ends(checklist: Checklist) -> None:
    checklist.focus_row("id")
    press(_focus(), Qt.Key.Key_Up)
    assert checklist.current() == "id"
    for _ in range(5):
        press(_focus(), Qt.Key.Key_Down)
    assert checklist.current() == "agent"


def test_the_first_row_not_done_has_the_focus(checklist: Checklist) -> None:
    checklist.focus_row()
    assert checklist.current() == "use"


def test_other_states_leave_the_focus_where_it_is(checklist: Checklist) -> None:
    checklist.focus_row("use")
    before = _focus()
    checklist.set_items(_items("missing", opened=True))
    assert _focus() is before


def test_an_open_row_shows_facts_and_options_and_says_them(checklist: Checklist) -> None:
    assert "工作证" not in _words(checklist)
    checklist.set_items(_items("missing", opened=True))
    assert {"可替代", "工作证", "规程 第 3 条"} <= set(_words(checklist))
    assert "工作证" in checklist.row("use").box.accessibleDescription()
    options = [w for w in controls(checklist) if spoken_name(w) in ("补来", "改期")]
    assert len(options) == 2


def test_an_option_is_told_with_its_item(checklist: Checklist) -> None:
    told: list[tuple[str, str]] = []
    checklist.chosen.connect(lambda item, option: told.append((item, option)))
    checklist.set_items(_items("missing", opened=True))
    option = next(w for w in controls(checklist) if spoken_name(w) == "改期")
    option.setFocus()
    press(option, Qt.Key.Key_Space)
    assert told == [("use", "later")]


def test_a_row_without_line_is_named_all_the_same(checklist: Checklist) -> None:
    assert spoken_name(checklist.row("agent").box) == "代理人证件 不适用"


def test_narrow_rows_are_one_line(checklist: Checklist, qtbot: QtBot) -> None:
    checklist.set_compact(True)
    qtbot.waitUntil(lambda: checklist.row("id").height() == 36)
    assert "有效期内" not in _words(checklist)


def test_rows_that_go_and_come_keep_the_order(checklist: Checklist) -> None:
    one, two, three = _items()
    checklist.set_items([three, one])
    checklist.set_items([one, two, three])
    boxes = [checklist.row(code).box for code in ("id", "use", "agent")]
    assert [spoken_name(box) for box in boxes] == ["身份证原件", "用途证明", "代理人证件 不适用"]
    tops = [box.mapTo(checklist, box.rect().topLeft()).y() for box in boxes]
    QApplication.processEvents()
    assert tops == sorted(tops)


def _lines() -> list[CheckLine]:
    return [
        CheckLine("name", "姓名", "李桂兰", "right"),
        CheckLine("use", "账户用途", "领取养老金", "changed", "原：生活缴费"),
    ]


def test_a_digit_or_its_button_corrects_a_row(theme: Theme, show: Show) -> None:
    rows = ReadBackList(theme)
    show(_page(rows))
    rows.set_lines(_lines())
    told: list[str] = []
    rows.correct.connect(told.append)
    rows.focus_row()
    press(_focus(), Qt.Key.Key_2)
    press(_focus(), Qt.Key.Key_Space)
    assert told == ["use", "name"]
    assert {"原：生活缴费", "待再看", "无误"} <= set(_words(rows))


def test_the_corrected_row_keeps_the_focus(theme: Theme, show: Show) -> None:
    rows = ReadBackList(theme)
    show(_page(rows))
    rows.set_lines(_lines())
    rows.focus_row("use")
    rows.set_lines(_lines())
    rows_now = [w for w in controls(rows) if w.hasFocus()]
    assert [w.accessibleDescription() for w in rows_now] == ["账户用途 2"]


def test_each_row_of_the_left_pane_opens_by_enter(theme: Theme, show: Show) -> None:
    pane = QueuePane(theme)
    show(_page(pane))
    pane.set_groups(_groups())
    told: list[tuple[str, str]] = []
    pane.opened.connect(lambda group, code: told.append((group, code)))
    parked = next(w for w in controls(pane) if spoken_name(w) == "挂起 1")
    parked.setFocus()
    press(parked, Qt.Key.Key_Return)
    assert told == [("parked", "c2")]
    assert "今天没有到期的事项" in _words(pane)


def test_the_narrow_line_names_groups_that_hold_something(theme: Theme, show: Show) -> None:
    line = QueueLine(theme)
    show(_page(line))
    line.set_groups(_groups())
    assert _words(line) == ["在办 1", "挂起 1", "最久 31 分"]


def _groups() -> list[QueueGroup]:
    opened = QueueItem("c1", "A012", "个人开户", "04:21", State("本人办理"), current=True)
    parked = QueueItem("c2", "A009", "挂失", "31 分", State("等主管批准", "shield-alert", "bad"))
    note = State("最久 31 分", "clock", "bad")
    return [
        QueueGroup("open", "users", "在办 1", (opened,)),
        QueueGroup("due", "calendar", "到期 0", empty="今天没有到期的事项"),
        QueueGroup("parked", "circle-pause", "挂起 1", (parked,), note, "F7"),
    ]


def _row(number: int) -> TableRow:
    return TableRow(str(number), (f"{number:05}", State("办结", "circle-check", "ok")))


@pytest.fixture
def table(theme: Theme, show: Show) -> Table:
    made = Table(theme, "今日日志", [Column("编号", 120), Column("状态")])
    made.resize(480, 300)
    show(made)
    return made


def test_a_table_asks_for_rows_only_as_they_come_into_sight(table: Table) -> None:
    asked: list[int] = []
    table.rows.more_wanted.connect(asked.append)
    table.rows.more_wanted.connect(
        lambda start: table.rows.add_rows([_row(n) for n in range(start, start + 50)])
    )
    table.rows.set_rows([_row(n) for n in range(50)], total=5000)
    table.setFocus()
    assert asked == []
    press(table, Qt.Key.Key_End, Qt.KeyboardModifier.ControlModifier)
    QApplication.processEvents()
    assert asked
    assert asked == sorted(set(asked))
    assert table.rows.rowCount() < 5000


def test_a_group_heading_is_never_the_row_of_an_action(table: Table) -> None:
    table.rows.set_rows([GroupRow("异常，先看"), _row(1), GroupRow("正常"), _row(2)])
    opened: list[str] = []
    table.opened.connect(opened.append)
    table.setFocus()
    assert table.current_code() == "1"
    press(table, Qt.Key.Key_Return)
    press(table, Qt.Key.Key_Down)
    press(table, Qt.Key.Key_Return)
    assert opened == ["1", "2"]


def test_a_row_is_found_again_by_its_code(table: Table) -> None:
    table.rows.set_rows([_row(n) for n in range(20)])
    table.select("7")
    assert table.current_code() == "7"
    table.select("99")
    assert table.current_code() == "7"


def test_options_are_one_stop_and_arrows_choose(theme: Theme, show: Show) -> None:
    group = OptionGroup(theme, [Option("a", "补来"), Option("b", "改期")])
    show(_page(group))
    told: list[str] = []
    group.chosen.connect(told.append)
    group.set_value("a")
    group.setFocus()
    press(_focus(), Qt.Key.Key_Right)
    assert group.value() == "b"
    assert told == ["b"]
    group.set_value("a")
    assert told == ["b"]


def test_a_segment_is_chosen_by_arrows(theme: Theme, show: Show) -> None:
    parts = Segmented(theme, [Choice("100", "100%"), Choice("150", "150%")], "100")
    show(_page(parts))
    told: list[str] = []
    parts.chosen.connect(told.append)
    parts.setFocus()
    press(_focus(), Qt.Key.Key_Right)
    press(_focus(), Qt.Key.Key_Right)
    assert (parts.value(), told) == ("150", ["150"])


def test_only_steps_reached_can_be_gone_to(theme: Theme, show: Show) -> None:
    rail = StepRail(theme)
    show(_page(rail))
    rail.set_steps([RailStep(w, w) for w in ("接待", "需求", "材料", "受理")], 1, 2)
    told: list[int] = []
    rail.step_chosen.connect(told.append)
    assert [spoken_name(w) for w in controls(rail)] == ["接待", "需求", "材料"]
    first = controls(rail)[0]
    first.setFocus()
    press(first, Qt.Key.Key_Space)
    assert told == [0]
    rail.set_steps([RailStep(w, w) for w in ("接待", "需求", "材料", "受理")], 3, 3)
    assert _focus() is first
    assert len(controls(rail)) == 4
    rail.set_steps([RailStep(w, w) for w in ("接待", "需求")], 1, 1)
    assert [spoken_name(w) for w in controls(rail)] == ["接待", "需求"]
    rail.set_steps([RailStep(w, w) for w in ("接待", "需求", "材料", "受理")], 1, 2)
    rail.set_compact(True)
    assert rail.heading() == "2 / 4  需求"


def _focus() -> QWidget:
    focus = QApplication.focusWidget()
    assert focus is not None
    return focus


def _cases(first: int, last: int) -> list[TableRow | GroupRow]:
    return [TableRow(f"case/{n}", (f"{n}", "x")) for n in range(last, first - 1, -1)]


def test_rows_that_come_in_above_leave_selection_and_place_alone(theme: Theme, show: Show) -> None:
    table = Table(theme, "日志", (Column("号", 80), Column("业务")))
    show(_page(table))
    table.rows.set_rows(_cases(1, 60))
    table.setFocus()
    table.select("case/20")
    top = table.rows.row_at(table.rowAt(0))
    table.rows.set_rows(_cases(1, 67))
    assert table.current_code() == "case/20"
    assert table.rows.row_at(table.rowAt(0)) == top
    assert table.hasFocus()


def test_who_is_at_the_beginning_stays_there(theme: Theme, show: Show) -> None:
    table = Table(theme, "日志", (Column("号", 80), Column("业务")))
    show(_page(table))
    table.rows.set_rows(_cases(1, 60))
    table.rows.set_rows(_cases(1, 62))
    assert table.verticalScrollBar().value() == 0


@pytest.mark.parametrize("scale", [100, 150])
def test_a_badge_is_measured_in_the_font_it_is_drawn_in(theme: Theme, scale: int) -> None:
    badge = Badge(theme, Mark("18 cases so far", "plain", "history"))
    theme.choose("dark", scale)
    assert badge.font().pixelSize() == theme.font("small").pixelSize()
    assert badge.fontMetrics().horizontalAdvance(badge.text()) < badge.sizeHint().width()
    badge.deleteLater()
