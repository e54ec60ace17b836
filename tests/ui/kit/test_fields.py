"""Fields: what is typed, what is kept, what is shown, what is heard."""

import datetime as dt
from decimal import Decimal

import pytest
from PySide6.QtCore import QCoreApplication, QEvent, QRect, Qt
from PySide6.QtGui import QAccessible, QGuiApplication
from PySide6.QtWidgets import QApplication, QLabel, QVBoxLayout, QWidget

from counter_app.ui.theme import Theme
from counter_app.ui.widgets.base import column
from counter_app.ui.widgets.code_field import IDENTITY_GROUPS, CodeField
from counter_app.ui.widgets.error_summary import ErrorSummary, Fault
from counter_app.ui.widgets.field_box import SecretField, TextField
from counter_app.ui.widgets.field_row import FieldRow, NarrowFieldRow
from counter_app.ui.widgets.value_fields import AmountField, Choice, ChoiceField, DateField
from tests.ui.audit import spoken_name
from tests.ui.kit.conftest import Show, press, type_in

ID = "11010519491231002X"


def _mask(code: str) -> str:
    return code[:3] + "*" * max(len(code) - 7, 0) + code[-4:]


def _page(*widgets: QWidget) -> QWidget:
    page = QWidget()
    layout: QVBoxLayout = column(page)
    for widget in widgets:
        layout.addWidget(widget)
    return page


@pytest.fixture
def identity(theme: Theme, show: Show) -> CodeField:
    field = CodeField(theme, 18, IDENTITY_GROUPS, _mask)
    show(_page(field, TextField(theme)))
    field.setFocus()
    return field


def test_a_code_is_kept_in_half_width_capitals_without_spaces(identity: CodeField) -> None:
    type_in(identity, "１１０105 19491231 002x")
    assert identity.value() == ID
    assert identity.text() == ID


def test_a_code_takes_no_more_signs_than_it_has(identity: CodeField) -> None:
    type_in(identity, ID + "99")
    assert identity.value() == ID


def test_the_caret_stays_where_a_sign_was_put_in(identity: CodeField) -> None:
    type_in(identity, "1234")
    identity.setCursorPosition(2)
    type_in(identity, "x")
    assert (identity.value(), identity.cursorPosition()) == ("12X34", 3)


def test_a_code_refuses_the_input_method(identity: CodeField) -> None:
    assert identity.inputMethodQuery(Qt.InputMethodQuery.ImEnabled) is False


def test_a_text_field_takes_the_input_method(theme: Theme) -> None:
    assert TextField(theme).inputMethodQuery(Qt.InputMethodQuery.ImEnabled) is True


def test_a_code_is_masked_when_left_and_whole_again_when_entered(identity: CodeField) -> None:
    type_in(identity, ID)
    press(identity, Qt.Key.Key_Tab)
    assert identity.text() == "110***********002X"
    assert identity.value() == ID
    interface = QAccessible.queryAccessibleInterface(identity)
    assert interface.text(QAccessible.Text.Value) == "110***********002X"
    identity.setFocus()
    assert identity.text() == ID


def test_a_masked_code_is_copied_masked(identity: CodeField) -> None:
    type_in(identity, ID)
    identity.selectAll()
    press(identity, Qt.Key.Key_C, Qt.KeyboardModifier.ControlModifier)
    assert QGuiApplication.clipboard().text() == "110***********002X"
    assert identity.value() == ID


def test_leaving_and_entering_is_no_edit(identity: CodeField) -> None:
    edits: list[str] = []
    type_in(identity, ID)
    identity.edited.connect(edits.append)
    press(identity, Qt.Key.Key_Tab)
    identity.setFocus()
    assert edits == []


def test_a_value_put_in_is_no_edit_and_is_masked_at_once(identity: CodeField) -> None:
    edits: list[str] = []
    identity.edited.connect(edits.append)
    identity.clearFocus()
    identity.set_value(ID.lower())
    assert (identity.value(), identity.text(), edits) == (ID, "110***********002X", [])


def test_left_is_told_once_and_only_on_leaving(identity: CodeField) -> None:
    left: list[bool] = []
    identity.left.connect(lambda: left.append(True))
    type_in(identity, "123")
    assert left == []
    press(identity, Qt.Key.Key_Tab)
    assert left == [True]


def test_an_amount_is_plain_while_typed_and_set_out_when_left(theme: Theme, show: Show) -> None:
    amount = AmountField(theme, "元")
    show(_page(amount, TextField(theme)))
    amount.setFocus()
    type_in(amount, "５0000.5")
    assert amount.text() == "50000.5"
    press(amount, Qt.Key.Key_Tab)
    assert amount.text() == "50,000.50"
    assert amount.amount() == Decimal("50000.5")


def test_what_is_no_amount_stays_as_typed(theme: Theme, show: Show) -> None:
    amount = AmountField(theme, "元")
    show(_page(amount, TextField(theme)))
    amount.setFocus()
    type_in(amount, "12.3.4")
    press(amount, Qt.Key.Key_Tab)
    assert (amount.text(), amount.amount()) == ("12.3.4", None)


@pytest.mark.parametrize(
    ("typed", "date"),
    [
        ("20261120", dt.date(2026, 11, 20)),
        ("2026-11-20", dt.date(2026, 11, 20)),
        ("2026.1.2", dt.date(2026, 1, 2)),
        ("11-20", dt.date(2026, 11, 20)),
        ("1120", dt.date(2026, 11, 20)),
        ("20260231", None),
        ("明天", None),
        ("", None),
    ],
)
def test_a_date_is_understood_in_every_way_it_is_typed(
    theme: Theme, show: Show, typed: str, date: dt.date | None
) -> None:
    field = DateField(theme, lambda: dt.date(2026, 11, 23))
    show(_page(field, TextField(theme)))
    field.setFocus()
    field.insert(typed)
    field.clearFocus()
    assert field.date() == date
    assert field.text() == (date.isoformat() if date else typed)


def test_letters_find_a_choice_by_its_initials(theme: Theme, show: Show) -> None:
    initials = {"离退休人员": "ltxry", "学生": "xs", "职员": "zy"}
    field = ChoiceField(
        theme, [Choice(words, words) for words in initials], lambda words: initials[words]
    )
    show(_page(field))
    field.setFocus()
    told: list[str] = []
    field.chosen.connect(told.append)
    type_in(field, "xs")
    assert field.value() == "学生"
    type_in(field, "z")
    assert field.value() == "职员"
    assert told[-1] == "职员"


def test_other_choices_keep_the_one_chosen_if_it_is_still_there(theme: Theme) -> None:
    field = ChoiceField(theme, [Choice("a", "甲"), Choice("b", "乙")])
    field.set_value("b")
    field.set_choices([Choice("b", "B"), Choice("c", "C")])
    assert field.value() == "b"
    field.set_choices([Choice("c", "C")])
    assert field.value() == ""


def test_name_hint_and_error_are_heard(theme: Theme, show: Show) -> None:
    box = TextField(theme)
    row = FieldRow(theme, "代理人姓名", box, "与身份证一致")
    show(_page(row))
    assert spoken_name(box) == "代理人姓名"
    assert box.accessibleDescription() == "与身份证一致"
    row.set_error("请输入姓名")
    assert box.accessibleDescription() == "请输入姓名"
    assert "请输入姓名" in _shown(row)
    assert "与身份证一致" not in _shown(row)
    row.set_error("")
    assert box.accessibleDescription() == "与身份证一致"


def test_nothing_moves_when_an_error_comes(theme: Theme, show: Show) -> None:
    first, second = (FieldRow(theme, words, TextField(theme)) for words in ("甲", "乙"))
    show(_page(first, second))
    before = second.box.mapToGlobal(second.box.rect().topLeft())
    first.set_error("请输入甲")
    show(first.window())
    assert second.box.mapToGlobal(second.box.rect().topLeft()) == before


def test_a_summary_leads_to_each_field(theme: Theme, show: Show) -> None:
    one, two = TextField(theme), TextField(theme)
    summary = ErrorSummary(theme)
    page = show(_page(summary, one, two))
    assert not summary.isVisible()
    summary.set_faults([Fault("请输入甲", one), Fault("请输入乙", two)])
    assert summary.isVisible()
    assert page.focusWidget() is one
    assert "有 2 处需要修改" in _shown(summary)
    links = summary.findChildren(QWidget, options=Qt.FindChildOption.FindChildrenRecursively)
    second = next(link for link in links if spoken_name(link).endswith("请输入乙"))
    press(second, Qt.Key.Key_Return)
    assert page.focusWidget() is two
    summary.set_faults([])
    assert not summary.isVisible()


def test_a_password_takes_paste_and_shows_when_asked(theme: Theme, show: Show) -> None:
    field = SecretField(theme)
    show(_page(field))
    field.setFocus()
    QGuiApplication.clipboard().setText("demo")
    press(field, Qt.Key.Key_V, Qt.KeyboardModifier.ControlModifier)
    assert field.value() == "demo"
    assert field.displayText() != "demo"
    field.show_plain(True)
    assert field.displayText() == "demo"


def _shown(widget: QWidget) -> list[str]:
    return [label.text() for label in widget.findChildren(QLabel) if label.isVisible()]


def _rings(page: QWidget) -> list[QRect]:
    """Where rings round a field stand, in the page."""
    QApplication.processEvents()
    found = page.findChildren(QWidget, options=Qt.FindChildOption.FindDirectChildrenOnly)
    return [w.geometry() for w in found if type(w).__name__ == "_OuterRing" and w.isVisible()]


def _round(row: FieldRow, page: QWidget) -> QRect:
    corner = row.box.mapTo(page, row.box.rect().topLeft())
    return QRect(corner, row.box.size()).adjusted(-4, -4, 4, 4)


def test_the_ring_of_a_fault_goes_where_its_row_goes(theme: Theme, show: Show) -> None:
    above, row = (
        FieldRow(theme, "姓名", TextField(theme)),
        FieldRow(theme, "手机", TextField(theme)),
    )
    above.hide()
    page = _page(above, row)
    page.resize(600, 400)
    show(page)
    row.box.setFocus()
    row.set_error("请输入 11 位手机号")
    assert _rings(page) == [_round(row, page)]
    above.show()
    assert _rings(page) == [_round(row, page)]
    page.resize(900, 500)
    assert _rings(page) == [_round(row, page)]


def test_no_ring_is_left_of_a_row_that_has_gone(theme: Theme, show: Show) -> None:
    row, other = FieldRow(theme, "手机", TextField(theme)), TextField(theme)
    page = _page(row, other)
    show(page)
    row.box.setFocus()
    row.set_error("请输入 11 位手机号")
    row.hide()
    assert _rings(page) == []
    row.show()
    row.box.setFocus()
    assert _rings(page) == [_round(row, page)]
    row.setParent(None)
    row.deleteLater()
    QCoreApplication.sendPostedEvents(None, QEvent.Type.DeferredDelete)
    assert _rings(page) == []


def test_rows_are_as_high_as_before_when_the_size_of_type_comes_and_goes(
    theme: Theme, show: Show
) -> None:
    rows = [
        kind(theme, "Last four of the account it is paid into", TextField(theme), "On the card")
        for kind in (FieldRow, NarrowFieldRow)
    ]
    page = show(_page(*rows))
    before = [one.findChildren(QLabel)[0].height() for one in rows]
    for scale in (150, 115, 150, 100):
        theme.choose(scale=scale)
        QApplication.processEvents()
        rows[1].set_error("Type the last four digits as they stand on the paper")
        page.resize(page.width() + 10, page.height())
    assert [one.findChildren(QLabel)[0].height() for one in rows] == before
