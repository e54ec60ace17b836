"""The small questions of the desk: why a case waits, who takes it, what is corrected, how it ended.

Each asks one thing, says its fault beside the field, and closes with Esc without doing anything.
"""

from collections.abc import Callable, Sequence

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QWidget

from counter_app.services.read_models import StaffLine
from counter_app.ui.keys import Key
from counter_app.ui.shell.pick_list import Pick, PickList
from counter_app.ui.theme import Theme
from counter_app.ui.widgets.code_field import CodeField
from counter_app.ui.widgets.dialog import Dialog
from counter_app.ui.widgets.field_box import TextField
from counter_app.ui.widgets.field_row import FieldRow
from counter_app.ui.widgets.label import Label
from counter_app.ui.widgets.option_card import Option, OptionGroup
from counter_app.ui.widgets.value_fields import Choice, ChoiceField

_SHOWN = 7


class ReasonDialog(Dialog):
    """One line of words, needed: why."""

    def __init__(
        self, theme: Theme, owner: QWidget, title: str, words: str, done: Callable[[str], None]
    ) -> None:
        super().__init__(theme, owner, title)
        self._done = done
        self.reason = TextField(theme)
        self._row = FieldRow(theme, self.tr("原因"), self.reason)
        if words:
            self.body.addWidget(Label(theme, words, "body", "ink2", wrap=True))
        self.body.addWidget(self._row)
        self.add_action(title, self._accept, Key.NEXT, "primary")
        self.focus_first(self.reason)

    def _accept(self) -> None:
        if not self.reason.text().strip():
            self._row.set_error(self.tr("请写明原因"))
            self.reason.setFocus()
            return
        self.accept()
        self._done(self.reason.text().strip())


class HandOverDialog(Dialog):
    """To which colleague, and what the colleague should know."""

    def __init__(
        self,
        theme: Theme,
        owner: QWidget,
        staff: Sequence[StaffLine],
        done: Callable[[str, str], None],
    ) -> None:
        super().__init__(theme, owner, "")
        self.retitle(self.tr("转交给同事"))
        self._done = done
        self._staff = {one.number: one.name for one in staff}
        self.number = CodeField(theme)
        self.note = TextField(theme)
        self._row = FieldRow(theme, self.tr("同事的工号"), self.number)
        self.body.addWidget(self._row)
        self.body.addWidget(FieldRow(theme, self.tr("交代一句"), self.note, self.tr("可不填")))
        self.add_action(self.tr("转交"), self._accept, Key.NEXT, "primary")
        self.number.edited.connect(self._name)
        self.focus_first(self.number)

    def _name(self, number: str) -> None:
        self.number.set_aside(self._staff.get(number, ""))
        if number in self._staff:
            self._row.set_error("")

    def _accept(self) -> None:
        if self.number.value() not in self._staff:
            self._row.set_error(self.tr("没有这个工号，请核对"))
            self.number.setFocus()
            return
        self.accept()
        self._done(self.number.value(), self.note.text().strip())


class ChoiceDialog(Dialog):
    """One of a few ways, by arrows and Enter or by its digit."""

    def __init__(
        self,
        theme: Theme,
        owner: QWidget,
        title: str,
        options: Sequence[Option],
        done: Callable[[str], None],
    ) -> None:
        super().__init__(theme, owner, title)
        self._done = done
        self.options = OptionGroup(theme, options)
        self.options.setAccessibleName(title)
        self.options.set_value(options[0].code)
        self.body.addWidget(self.options)
        self.add_action(self.tr("确定"), self._accept, Key.NEXT, "primary")
        first = self.options.focusProxy()
        if first is not None:
            self.focus_first(first)

    def _accept(self) -> None:
        self.accept()
        self._done(self.options.value())


class PickDialog(Dialog):
    """A list to pick from: parked cases, services. Enter takes the row that is lit."""

    def __init__(
        self,
        theme: Theme,
        owner: QWidget,
        title: str,
        picks: Sequence[Pick],
        done: Callable[[str], None],
    ) -> None:
        super().__init__(theme, owner, title)
        self._done = done
        self.rows = PickList(theme, title)
        self.rows.set_picks(picks)
        self.rows.setFocusPolicy(Qt.FocusPolicy.StrongFocus)
        self.body.addWidget(self.rows)
        self.rows.picked.connect(self._picked)
        self.focus_first(self.rows)
        theme.follow(self._fit)

    def _fit(self) -> None:
        """Seven rows at the most; the dialog grows with them."""
        self.rows.setFixedHeight(max(self.rows.height_for(_SHOWN), self.theme.px(52)))
        self.adjustSize()

    def _picked(self, code: str) -> None:
        self.accept()
        self._done(code)


class AmendDialog(Dialog):
    """Which value is corrected to what. The old value stays on record."""

    def __init__(
        self,
        theme: Theme,
        owner: QWidget,
        values: Sequence[tuple[Choice, str]],
        done: Callable[[str, str], None],
        initials: Callable[[str], str] = str,
    ) -> None:
        super().__init__(theme, owner, "")
        self.retitle(self.tr("记更正"))
        self._done = done
        self._old = {choice.code: old for choice, old in values}
        self.field = ChoiceField(theme, [choice for choice, _old in values], initials)
        self.new = TextField(theme)
        self._field_row = FieldRow(theme, self.tr("更正哪一项"), self.field)
        self._new_row = FieldRow(theme, self.tr("更正为"), self.new)
        for part in (self._field_row, self._new_row):
            self.body.addWidget(part)
        self.body.addWidget(
            Label(theme, self.tr("原值、时间和您的工号都会留着"), "small", "ink2", wrap=True)
        )
        self.add_action(self.tr("记更正"), self._accept, Key.NEXT, "primary")
        self.field.chosen.connect(self._show_old)
        self.focus_first(self.field)

    def _show_old(self, code: str) -> None:
        self._field_row.set_error("")
        self._new_row.set_hint(self.tr("原：{old}").format(old=self._old.get(code, "")))

    def _accept(self) -> None:
        if not self.field.value():
            self._field_row.set_error(self.tr("请选一项"))
            self.field.setFocus()
        elif not self.new.text().strip():
            self._new_row.set_error(self.tr("请输入正确的值"))
            self.new.setFocus()
        else:
            self.accept()
            self._done(self.field.value(), self.new.text().strip())
