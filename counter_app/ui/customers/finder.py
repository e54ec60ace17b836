"""The search box of the window at work: results while typing, and where a chosen one leads."""

from PySide6.QtCore import QObject, Signal

from counter_app.domain.refusal import Refusal
from counter_app.services.read_models import Found, Reader
from counter_app.services.sight import sight_of
from counter_app.ui.customers.finding import FindWords, find, found_note, found_picks, notice_pick
from counter_app.ui.customers.ground import Ground, told
from counter_app.ui.customers.service_names import ServiceNames
from counter_app.ui.shell.panels import Panels


class Finder(QObject):
    """`case_wanted` or `customer_wanted` with the subject that was picked.

    `code_wanted` with a notice's code whose case is not held, where `begins_cases` says that the
    person can begin it.
    """

    case_wanted = Signal(str)
    code_wanted = Signal(str)
    customer_wanted = Signal(str)

    def __init__(self, ground: Ground, panels: Panels) -> None:
        super().__init__(panels)
        self._ground, self._panels = ground, panels
        self.begins_cases = False
        self._names = ServiceNames(ground, self)
        self._words = FindWords(ground, self._names)
        panels.searched.connect(self._search)
        panels.hit_picked.connect(self._picked)
        self._names.load()

    def _search(self, typed: str) -> None:
        sight = sight_of(self._ground.acting)

        def job(reader: Reader) -> Found | Refusal:
            return find(reader, typed, sight)

        self._ground.work.read(self, "find", told(job), lambda found: self._show(typed, found))

    def _show(self, typed: str, answer: Found | Refusal) -> None:
        if isinstance(answer, Refusal) and self._begins(answer):
            note = self._ground.tell(answer)
            self._panels.show_results(typed, (notice_pick(typed),), note)
            return
        if isinstance(answer, Refusal):
            self._panels.show_results(typed, (), self._ground.tell(answer))
            return
        picks = found_picks(answer, self._words)
        note = found_note(answer, self._ground.arriving())
        self._panels.show_results(typed, picks, note)

    def _begins(self, refusal: Refusal) -> bool:
        return self.begins_cases and refusal.code == "case_from_notice"

    def _picked(self, subject: str) -> None:
        if subject.startswith("customer/"):
            self.customer_wanted.emit(subject)
        elif subject.startswith("CT2/"):
            self.code_wanted.emit(subject)
        elif subject.startswith("case/"):
            self.case_wanted.emit(subject)
