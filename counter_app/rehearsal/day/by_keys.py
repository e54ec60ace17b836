"""The part of the day that goes through the real window, by keys alone.

Two lives: the first is killed while details are half typed, the second goes on with them.
Owns the script; what each visit was meant to be is counted in `told`.
"""

from collections import Counter
from collections.abc import Callable, Iterable, Mapping, Sequence
from dataclasses import dataclass
from typing import Protocol

from PySide6.QtWidgets import QApplication

from counter_app.domain.work_state import WorkState
from counter_app.rehearsal.at_window import AtWindow, Touring
from counter_app.rehearsal.demo_branch import CUSTOMERS, DemoCustomer
from counter_app.rehearsal.hands import HandsError
from counter_app.rehearsal.plain_cases import PLAIN_CASES, PlainCase
from counter_app.rehearsal.serving import LAST_DAY, Serving
from counter_app.services.fallback_pack import sheet_number
from counter_app.ui.desk.case_page import CasePage
from counter_app.ui.shell.pick_list import PickList

SUPERVISOR, TELLER = "80201", "80231"
DURABLE_S = 1.5
"""Half typed input is durable within a second."""
HALF, REST = "1390000", "2222"
"""Of a number: what is typed before the crash, and the rest, typed where the caret is afterwards."""
MOST_COPIES = 12
"""More than a visit or two can have waiting at a printer."""
PAUSE_S = 0.15
OUTAGE = "核心停了，客户吃过饭再来"
NOTICED = (CUSTOMERS[3], CUSTOMERS[2], CUSTOMERS[1])
BY_CODE: Mapping[str, PlainCase] = {one.code: one for one in PLAIN_CASES}
_FOR_PERSONS = [one for one in PLAIN_CASES if one.firm is None]
EARLY, LATE = _FOR_PERSONS[:8], _FOR_PERSONS[8:]


class Machine(Protocol):
    """The printer that jams."""

    def refuse(self) -> None:
        """It takes nothing more."""
        ...

    def recover(self) -> None:
        """It prints again."""
        ...


@dataclass(frozen=True, slots=True)
class Place:
    """What the window is given beside the keys: its printer, what lies on the counter, and a clock.

    `notices` are the codes of the notices given, as a reader reads them; `form` is the number of the
    emergency form, `happened` when it was written on.
    """

    printer: Callable[[], Machine]
    notices: Callable[[], Sequence[str]]
    form: str
    happened: str


class DayAtWindow(AtWindow):
    """One teller at one window."""

    def __init__(self, window: Touring, place: Place) -> None:
        super().__init__(window, PAUSE_S)
        self._place = place
        self.told: Counter[str] = Counter()
        self._serials = 0

    # --- the first life

    def first_life(self) -> Mapping[str, str]:
        """Up to the moment at which it is killed; gives what stands half typed then."""
        self.sign_on(TELLER)
        for number, case in enumerate(EARLY):
            self.serve(case, CUSTOMERS[number % len(CUSTOMERS)])
        for customer in NOTICED:
            self.give_notice(customer)
        self.call_police()
        self.call_help()
        self.core_outage()
        return self.half_typed()

    # --- the second life

    def second_life(self, typed: Mapping[str, str]) -> None:
        """From the restart to the signed day. Raises HandsError where the draft is not there."""
        self.sign_on(TELLER)
        self.go_on_after_the_crash(typed)
        self.core_is_back()
        self.jam()
        for customer, code in zip(NOTICED, self._place.notices(), strict=True):
            self.resume_notice(customer, code)
        for number, case in enumerate(LATE):
            self.serve(case, CUSTOMERS[(number + 2) % len(CUSTOMERS)])
        self.enter_late()
        self.end_own_day()
        self.supervise()

    # --- visits

    def serve(self, case: PlainCase, customer: DemoCustomer) -> None:
        """A plain visit to its end."""
        self._begin(case, customer)
        self.serve_on(case, self._serial())

    def _serial(self) -> str:
        """The core's next one."""
        self._serials += 1
        return f"CB{self._serials:08d}"

    def give_notice(self, customer: DemoCustomer) -> None:
        """The identity paper is here, the rest is not: the one-time notice."""
        self._begin(BY_CODE["grkh"], customer)
        Serving(self.frame, self.hands, BY_CODE["grkh"].answers).fill_in()
        self._next("desk.documents")
        self.press("1")
        if customer.valid_until:
            self.hands.type(LAST_DAY)
        self.press("-")
        self.press("F9")
        self._reach("desk.notice")
        self._next("desk.home")
        self.told["parked"] += 1

    def resume_notice(self, customer: DemoCustomer, code: str) -> None:
        """The customer is back with the notice: its code is scanned, then everything is in hand."""
        self.press("F2")
        self._reach("desk.reception")
        self.hands.type(customer.name)
        self.hands.scan(code)
        self.hands.wait_for("the case of the notice", self._case_runs)
        self._rest()
        self.serve_on(BY_CODE["grkh"], self._serial())
        self.told["notices_resumed"] += 1

    def call_police(self) -> None:
        """An answer alarms, the police are called, and the case waits over night."""
        self._begin(BY_CODE["sjyh"], CUSTOMERS[0])
        self.serve_on(BY_CODE["sjyh"], "", until="desk.care")
        _opened, run, runner = self._case_page().parts.case.at_hand()
        care = runner.beside(run).care
        assert care is not None
        for question in care.questions:
            self.press("1" if question.alarm == "yes" else "2")
        self.press(str(care.outcomes.index("police") + 1))
        self.press("Return")
        for told in ("10:20", "012345"):
            self.hands.type(told)
        self._next("desk.home")
        self.told["parked"] += 1

    def call_help(self) -> None:
        """One chord, and nothing to be seen of it; then the visit goes on."""
        self._begin(BY_CODE["zhls"], CUSTOMERS[1])
        self.press("Ctrl+Shift+H")
        self.serve_on(BY_CODE["zhls"], self._serial())

    def core_outage(self) -> None:
        """The core stands still: one serial comes later, one customer comes back later."""
        slow, waits = BY_CODE["dqkl"], BY_CODE["bhk"]
        self._begin(slow, CUSTOMERS[3])
        self.serve_on(slow, "", until="desk.core")
        self._work_state(WorkState.CORE_SLOW)
        self.hands.settle(1.1)
        self._back_at_work()
        self.press("Alt+L")
        self._next("desk.completion")
        self.serve_on(slow, "")
        self._begin(waits, CUSTOMERS[2])
        self.serve_on(waits, "", until="desk.details")
        self.press("F7")
        self._reach("desk.home")
        self._work_state(WorkState.MACHINE_FAULT)
        self.told["parked"] += 1

    def half_typed(self) -> Mapping[str, str]:
        """Details half typed, durable by now."""
        case = BY_CODE["sjhbg"]
        self._back_at_work()
        self._begin(case, CUSTOMERS[4])
        self.serve_on(case, "", until="desk.details")
        self.hands.type(HALF, end="")
        self.hands.settle(DURABLE_S)
        return self._typed()

    def go_on_after_the_crash(self, typed: Mapping[str, str]) -> None:
        """The desk comes back to the same place with the same signs, and goes on."""
        self._reach("desk.details")
        self.hands.wait_for(f"{typed}, not {self._typed()}", lambda: self._typed() == typed)
        self.told["crash_gone_on"] += 1
        self.hands.type(REST)
        self.serve_on(BY_CODE["sjhbg"], self._serial())

    def core_is_back(self) -> None:
        """The serial that was put off, and the case that was parked."""
        self.press("F2")
        self._reach("desk.reception")
        self.press("Alt+B")
        self.press("Return")
        self.hands.type(self._serial(), end="")
        self.press("F8")
        self._closed()
        self.press("F7")
        self._pick(lambda words: "补换卡" in words or "补卡" in words)
        self._reach("desk.details")
        self.serve_on(BY_CODE["bhk"], self._serial())
        self.told["parked_resumed"] += 1

    def jam(self) -> None:
        """The printer takes nothing: the copy waits, and is printed once it works again."""
        self._place.printer().refuse()
        self.serve(BY_CODE["107"], CUSTOMERS[1])
        self.hands.settle(1.5)
        self._place.printer().recover()
        for _copy in range(MOST_COPIES):
            self.press("Alt+O")
            self.hands.settle(0.3)
            if QApplication.activeModalWidget() is None:
                break
            if self._picks():
                self.press("Return")
            self.press("F8")
            self.hands.settle(1.0)
        self.told["jam_answered"] += 1

    def enter_late(self) -> None:
        """补录: what was taken in on an emergency form while nothing worked."""
        form = sheet_number(self._place.form)
        assert form is not None
        self._nobody_there()
        self.press("Ctrl+Alt+7")
        self._reach("day.own")
        self.press("Alt+N")
        self.hands.type(self._place.form)
        self.press("Return")
        self.press("Ctrl+A")
        self.hands.type(self._place.happened)
        self.press("Return")
        self.press("T")
        self.press("F8")
        self.hands.wait_for("the case of the form", self._case_runs)
        self._rest()
        self.serve_on(BY_CODE["mmcz"], self._serial())
        self.told["entered_late"] += 1

    def end_own_day(self) -> None:
        """What is open takes a reason; then home."""
        self._nobody_there()
        self.press("Ctrl+Alt+7")
        self._reach("day.own")
        self.hands.settle(0.5)
        self.press("F8")
        self.hands.settle(0.5)
        self.hands.type("警方处理中，已告知主管", end="")
        self.press("F8")
        self.hands.settle(1.0)
        self.sign_off()

    def supervise(self) -> None:
        """The call is answered, the day read, remarked on, signed, and taken out as two files."""
        self.sign_on(SUPERVISOR)
        self.press("Ctrl+Alt+8")
        self._reach("care.help")
        self.press("F8")
        self.press("Ctrl+Alt+2")
        self._reach("supervision.log")
        self._asked("Alt+G")
        self.hands.type("核心停机已报科技部", end="")
        self.press("Alt+N")
        self._closed()
        self._asked("Alt+G")
        self.press("F8")
        self._closed()
        for kind in ("pdf", "xlsx"):
            self._asked("Alt+X")
            if kind == "xlsx":
                self.press("Down")
            self.press("F8")
            self._closed()
        self.sign_off()

    # --- what the visits have in common

    def _begin(self, case: PlainCase, customer: DemoCustomer) -> None:
        self._receive(customer.number, customer.name)
        self._choose(case.code)

    def _nobody_there(self) -> None:
        """F2 lets the last customer go; then nobody comes."""
        self.press("F2")
        self._reach("desk.reception")
        self._command("desk.end")
        self.hands.settle(0.3)
        self.press("F8")
        self._reach("desk.home")
        self.told["nobody"] += 1

    def _work_on(self, page: str, serving: Serving, serial: str) -> None:
        """What was taken in on paper has nobody known yet."""
        if page == "desk.reception":
            self.hands.scan_paper(CUSTOMERS[1].number, CUSTOMERS[1].name)
        else:
            super()._work_on(page, serving, serial)

    def _work_state(self, state: WorkState) -> None:
        hidden = WorkState.WAITING_FOR_APPROVAL
        offered = [one.value for one in WorkState if one is not hidden]
        self.press("Alt+S", *["Down"] * offered.index(state.value), "Return")
        self.hands.settle(0.5)

    def _back_at_work(self) -> None:
        self.press("Alt+S", *["Down"] * (len(WorkState) - 1), "Return")
        self.hands.settle(0.5)

    def _pick(self, wanted: Callable[[str], bool]) -> None:
        """A row of the list on show, by its words."""
        rows = self._picks()
        at = next((n for n, words in enumerate(rows) if wanted(words)), None)
        if at is None:
            raise HandsError(f"none of {rows}")
        self.press(*["Down"] * at, "Return")

    def _picks(self) -> Sequence[str]:
        modal = QApplication.activeModalWidget()
        lists: Iterable[PickList] = modal.findChildren(PickList) if modal else ()
        return [pick.words for one in lists for pick in one.picks()]

    def _asked(self, key: str) -> None:
        """A dialog that is there once its day was read."""
        self.press(key)
        self.hands.wait_for("a dialog", lambda: QApplication.activeModalWidget() is not None)
        self.hands.settle(PAUSE_S)

    def _closed(self) -> None:
        self.hands.wait_for("the dialog's end", lambda: QApplication.activeModalWidget() is None)

    def _case_runs(self) -> bool:
        """Whether a business is on show that has not ended."""
        page = self.frame.page()
        if not isinstance(page, CasePage) or not page.parts.case.is_open:
            return False
        opened, _run, _runner = page.parts.case.at_hand()
        return opened.case.completed is None

    def _typed(self) -> Mapping[str, str]:
        page = self.frame.page()
        if not isinstance(page, CasePage) or not page.parts.case.is_open:
            return {}
        _opened, run, _runner = page.parts.case.at_hand()
        return dict(run.values)

    def _case_page(self) -> CasePage:
        page = self.frame.page()
        assert isinstance(page, CasePage)
        return page
