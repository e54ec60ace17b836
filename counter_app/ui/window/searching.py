"""F4: one search box for cases by number or QR, customers by name, initials or last four."""

from PySide6.QtCore import QObject, Signal

from counter_app.domain.numbers import CaseNumber, parse_case_number
from counter_app.domain.qr import CaseSkeleton, PaperReference, read_qr
from counter_app.services.read_models import CaseLine, CustomerLine, Found
from counter_app.ui.customers.case_words import state_words
from counter_app.ui.shell import Frame
from counter_app.ui.shell.pick_list import Pick
from counter_app.ui.window.means import WindowMeans

MOST = 12


class SearchKeeper(QObject):
    """`picked` with the subject of what was chosen. `titles` names services by code."""

    picked = Signal(str)

    def __init__(self, frame: Frame, means: WindowMeans) -> None:
        super().__init__(frame)
        self._frame, self._means = frame, means
        self.titles: dict[str, str] = {}
        frame.panels.searched.connect(self._searched)
        frame.panels.hit_picked.connect(self.picked)

    def _searched(self, typed: str) -> None:
        scanned = read_qr(typed.strip())
        if isinstance(scanned, CaseSkeleton):
            self.picked.emit(f"case/{scanned.case_id}")
            return
        words = wanted_words(typed)
        if not words:
            self._frame.panels.show_results(typed, (), "")
            return
        self._means.work.read(
            self,
            "search",
            lambda reader: reader.search(words, MOST),
            lambda f: self._show(typed, f),
        )

    def _show(self, typed: str, found: Found) -> None:
        picks = [self._case(one) for one in found.cases]
        picks.extend(self._customer(one) for one in found.customers)
        note = "" if picks else self.tr("没有找到。可以换姓名、编号或号码后四位再查")
        self._frame.panels.show_results(typed, picks, note)

    def _case(self, line: CaseLine) -> Pick:
        service = self.titles.get(line.service, line.service)
        words = f"{line.number}  {service}  {line.holder_name}"
        return Pick(line.subject, words, state_words(line.state))

    def _customer(self, line: CustomerLine) -> Pick:
        numbers = "  ".join(one for one in (line.masked_number, line.masked_phone) if one)
        return Pick(line.subject, line.name, numbers)


def wanted_words(typed: str) -> str:
    """What to look for: a number typed or scanned as it is printed, else the words."""
    text = typed.strip()
    scanned = read_qr(text)
    if isinstance(scanned, PaperReference):
        return str(scanned.number.case)
    number = parse_case_number(text)
    return str(number) if isinstance(number, CaseNumber) else text
