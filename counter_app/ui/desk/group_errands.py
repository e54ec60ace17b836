"""A batch at the desk: the next person in one press, the list of who is done and who is open.

Reads the batch of the case on show again whenever another case or step is shown. Decides nothing.
"""

from PySide6.QtCore import QObject, Signal

from counter_app.domain.refusal import Refusal
from counter_app.services import grouping
from counter_app.services.grouping import Group, GroupLine
from counter_app.services.handling_results import OpenCase
from counter_app.ui.customers.case_words import state_words
from counter_app.ui.desk.case_page import CasePage, Parts
from counter_app.ui.desk.dialogs import PickDialog
from counter_app.ui.desk.group_words import told_words
from counter_app.ui.shell import Frame, Pick


class GroupErrands(QObject):
    """`begun(answer)` with the next person's case; `wanted(subject)` with one picked from the list."""

    begun = Signal(object)
    wanted = Signal(str)

    def __init__(self, frame: Frame, parts: Parts, parent: QObject) -> None:
        super().__init__(parent)
        self._frame, self._parts = frame, parts
        parts.case.stepped.connect(self.read)
        parts.wishes.next_person.connect(self.next_person)
        parts.wishes.batch.connect(self.show_batch)

    def read(self) -> None:
        """The batch of the case on show; none for a service that carries nothing."""
        case = self._parts.case
        if case.opened is None:
            case.group = None
            return
        spec, header = case.opened.runner.procedure.spec, case.opened.case.header
        if not grouping.carries(spec):
            case.group = None
            return
        self._parts.means.work.read(
            self, "group", lambda r: grouping.read_group(r, header, spec), self._read
        )

    def next_person(self) -> None:
        """Begin the next person's case with what this one carries."""
        case, acting = self._parts.case, self._parts.means.acting
        if case.opened is None or case.busy:
            return
        opened, case.busy = case.opened, True
        self._parts.means.work.do(
            self, lambda c: grouping.next_person(c, acting, opened), self._begun
        )

    def show_batch(self) -> None:
        """Everybody of the batch, open ones first, to be opened by key."""
        group = self._parts.case.group
        if group is None or not group.lines:
            self._frame.say(self.tr("这笔业务没有名单"), "users")
            return
        ordered = sorted(group.lines, key=lambda one: one.line.state in ("completed", "cancelled"))
        picks = [self._pick(one) for one in ordered]
        title = self.tr("{number} 名单：{told}").format(number=group.number, told=told_words(group))
        PickDialog(self._parts.means.theme, self._frame, title, picks, self.wanted.emit).open()

    def _pick(self, one: GroupLine) -> Pick:
        state = state_words(one.line.state)
        name = one.person or self.tr("还没填姓名")
        return Pick(one.line.subject, f"{one.line.number}  {name}", state)

    def _read(self, group: Group | None) -> None:
        case = self._parts.case
        if case.opened is None or (group is not None and group.header != case.opened.case.header):
            return
        case.group = group
        page = self._frame.page()
        if isinstance(page, CasePage):
            page.refresh()

    def _begun(self, answer: OpenCase | Refusal) -> None:
        self._parts.case.busy = False
        self.begun.emit(answer)
