"""Serials that were put off: the list of them, and the question for one. Also after the case's end.

Asks, runs the use case and tells the desk. Which cases wait for a serial is the reader's to say.
"""

from collections.abc import Sequence
from dataclasses import dataclass
from typing import Literal

from PySide6.QtCore import QObject, Signal
from PySide6.QtWidgets import QWidget

from counter_app.domain.refusal import Refusal
from counter_app.domain.typed_short import whole_serial
from counter_app.i18n import Language
from counter_app.journal.folds.case import CaseView
from counter_app.services import handling, serials
from counter_app.services.handling_results import OpenCase
from counter_app.ui.desk.case_page import Parts
from counter_app.ui.desk.dialogs import PickDialog
from counter_app.ui.desk.means import Means
from counter_app.ui.keys import Key
from counter_app.ui.shell import Frame
from counter_app.ui.shell.pick_list import Pick
from counter_app.ui.theme import Theme
from counter_app.ui.widgets.code_field import CodeField
from counter_app.ui.widgets.dialog import Dialog
from counter_app.ui.widgets.field_row import FieldRow
from counter_app.ui.widgets.label import Label
from counter_app.ui.words.sentences import refusal_sentence

Manner = Literal["scan", "typed"]


@dataclass(frozen=True, slots=True)
class Waiting:
    """A case that waits for its serial: what the person needs to find the voucher by."""

    case: str
    number: str
    title: str
    holder: str
    line: str = ""


def waiting_of(opened: OpenCase, means: Means) -> Waiting:
    """The case at the desk as one that waits."""
    case = opened.case
    holder = next((one.name for one in case.parties if one.part in ("self", "ward")), None)
    title = means.say(opened.runner.procedure.spec.title)
    return Waiting(case.subject, case.number, title, holder or "")


class SerialDialog(Dialog):
    """The serial of one case, typed or scanned. `told` with it and how it came."""

    told = Signal(str, str)

    def __init__(self, theme: Theme, owner: QWidget, waiting: Waiting) -> None:
        super().__init__(theme, owner, "")
        self.retitle(self.tr("补流水号"))
        about = "  ".join(part for part in (waiting.number, waiting.title, waiting.holder) if part)
        self.serial = CodeField(theme)
        self._manner: Manner = "typed"
        hint = self.tr("扫凭证、粘贴或键入")
        self._row = FieldRow(theme, self.tr("核心流水号"), self.serial, hint)
        self.body.addWidget(Label(theme, about, "strong", wrap=True))
        if waiting.line:
            self.body.addWidget(Label(theme, waiting.line, "body", "ink2", wrap=True))
        self.body.addWidget(self._row)
        self.add_action(self.tr("记下流水号"), self._tell, Key.NEXT, "primary")
        self.serial.edited.connect(self._edited)
        self.focus_first(self.serial)

    def take_scan(self, text: str) -> None:
        """The reader read the core's voucher."""
        self.serial.set_value(text)
        self._row.set_error("")
        self._manner = "scan"

    def refuse(self, refusal: Refusal, language: Language) -> None:
        """Say why it was not taken; the dialog stays."""
        self._row.set_error(refusal_sentence(refusal, language))
        self.serial.setFocus()

    def _edited(self, _raw: str) -> None:
        self._manner = "typed"
        self._row.set_error("")

    def _tell(self) -> None:
        self.told.emit(self.serial.value(), self._manner)


class LateSerials(QObject):
    """What is asked about serials at one desk. `recorded` when one has come."""

    recorded = Signal()

    def __init__(self, frame: Frame, parts: Parts) -> None:
        super().__init__(frame)
        self._frame, self._parts, self._means = frame, parts, parts.means
        self._dialog: SerialDialog | None = None

    def see_to(self, waiting: Sequence[Waiting]) -> None:
        """The case on show when it waits for its serial, else a choice of those that do."""
        opened = self._parts.case.opened
        if opened is not None and opened.case.awaits_serial:
            self.ask(waiting_of(opened, self._means))
        else:
            self.choose(waiting)

    def choose(self, waiting: Sequence[Waiting]) -> None:
        """Pick one of the cases that wait, then ask for its serial."""
        if not waiting:
            self._frame.say(self.tr("没有要补的流水号"), "circle-check")
            return
        picks = [Pick(one.case, f"{one.number}  {one.title}", one.line) for one in waiting]
        theme, title = self._means.theme, self.tr("流水号待补")
        PickDialog(
            theme, self._frame, title, picks, lambda case: self.ask_for(waiting, case)
        ).open()

    def ask_for(self, waiting: Sequence[Waiting], case: str) -> None:
        """Ask for the serial of one of the cases that wait."""
        self.ask(next(one for one in waiting if one.case == case))

    def ask(self, waiting: Waiting) -> None:
        """Ask for the serial of one case."""
        dialog = SerialDialog(self._means.theme, self._frame, waiting)
        self._dialog = dialog
        dialog.told.connect(lambda serial, manner: self._record(waiting, serial, manner))
        dialog.finished.connect(self._closed)
        dialog.open()

    def scanned(self, text: str) -> bool:
        """Whether the open question took what the reader read."""
        if self._dialog is None:
            return False
        self._dialog.take_scan(text)
        return True

    def _record(self, waiting: Waiting, serial: str, manner: Manner) -> None:
        acting, case = self._means.acting, waiting.case
        pattern, today = self._means.serial_pattern, self._parts.sitting.today
        serial = whole_serial(pattern, today, serial)
        self._means.work.do(
            self,
            lambda c: serials.record_serial(c, acting, case, serial, manner),
            lambda answer: self._answered(waiting, answer),
        )

    def _answered(self, waiting: Waiting, answer: CaseView | Refusal) -> None:
        if isinstance(answer, CaseView):
            if self._dialog is not None:
                self._dialog.accept()
            words = self.tr("{number} 的流水号已补").format(number=waiting.number)
            self._frame.say(words, "circle-check")
            self._read_again(answer.subject)
            self.recorded.emit()
        elif self._dialog is not None:
            self._dialog.refuse(answer, self._means.language())

    def _read_again(self, subject: str) -> None:
        """The case on show tells its serial."""
        opened, acting = self._parts.case.opened, self._means.acting
        if opened is not None and opened.case.subject == subject:
            self._parts.case.command(lambda c: handling.open_case(c, acting, subject))

    def _closed(self) -> None:
        self._dialog = None
