"""The visits of the demo's month: each one through the use cases, whatever becomes of it.

Owns what goes otherwise than planned, and who is to come again. Which service, and which fate, is
`month_traffic`'s; the pace of a day is `demo_month`'s.
"""

import datetime as dt
import random
from collections.abc import Callable, Mapping, Sequence
from dataclasses import dataclass, field
from typing import Protocol

from counter_app.domain.dates import branch_time
from counter_app.forms.run_state import ItemResult, Outcome, StepId
from counter_app.rehearsal.day.by_service import ServiceHands, done
from counter_app.rehearsal.month_traffic import Fate, Traffic
from counter_app.services import caring, handling, late_entry, parking, serials, visiting
from counter_app.services.accounts import account_view
from counter_app.services.care_gate import care_open
from counter_app.services.caring import CareTold
from counter_app.services.counter import Counter, acting_as
from counter_app.services.handling_results import NoticeWish, PaperWish
from counter_app.services.late_entry import FormTold
from counter_app.services.paper_documents import SHOWN
from counter_app.services.visiting import PersonTold, Received

TELLERS = (("80231", "3"), ("80232", "2"))
"""Who serves at which window."""
LIKELY_BACK, LIKELY_BROUGHT = 0.85, 0.7
"""Who was given a notice comes back; a serial that was put off is brought the same day."""
GIVEN_UP = ("客户改天再来", "客户没带够现金", "客户不办了")
FETCHING = ("去取卡", "去复印", "接电话")
DAYS_TO_COME = 3
"""Working days until somebody with a notice means to come."""


class SetClock(Protocol):
    """A clock that a play sets."""

    def set(self, instant: dt.datetime) -> None:
        """It is this instant now."""
        ...


@dataclass(frozen=True, slots=True)
class Promised:
    """A case whose customer was told what to bring, and by when."""

    case: str
    coming: dt.date
    people: tuple[PersonTold, ...]
    values: Mapping[str, str]


@dataclass(slots=True)
class MonthVisits:
    """The branch at work: the tellers' hands, chance, and who is to come again."""

    counter: Counter
    clock: SetClock
    chance: random.Random
    cases: int = 0
    forms: int = 0
    promised: list[Promised] = field(default_factory=list)
    hands: Sequence[ServiceHands] = ()

    def __post_init__(self) -> None:
        self.hands = tuple(self._teller(staff, window) for staff, window in TELLERS)

    def wait(self, minutes: float) -> None:
        """Minutes pass, more or fewer than planned."""
        passed = dt.timedelta(minutes=minutes * self.chance.uniform(0.6, 1.6))
        self.clock.set(self.counter.instant() + passed)

    def only_asked(self) -> None:
        """Somebody is advised and goes."""
        self._any_teller().only_asked("advised")

    def visit(self, traffic: Traffic, fate: Fate) -> None:
        """One visit with a business."""
        self.cases += 1
        played: Mapping[Fate, Callable[[ServiceHands, Traffic], None]] = {
            "served": self._served,
            "parked": self._parked,
            "noticed": self._noticed,
            "cancelled": self._cancelled,
            "serial_late": self._serial_late,
            "dissuaded": self._dissuaded,
        }
        played[fate](self._any_teller(), traffic)

    def enter_late(self, traffic: Traffic) -> None:
        """Taken in on an emergency form while the program stood, and entered now."""
        self.cases += 1
        self.forms += 1
        hands = self._any_teller()
        now = branch_time(self.counter.instant()).replace(tzinfo=None)
        paper = f"E02-{traffic.service}-{now:%y%m%d}-{self.forms:02d}"
        happened = now - dt.timedelta(minutes=self.chance.randrange(20, 50))
        told = FormTold(paper, traffic.service, happened, hands.teller.staff, "power")
        opened = done(late_entry.enter(self.counter, hands.teller, told))
        visit = opened.case.visits[-1]
        received = self._receive(hands, visit, self._people(traffic))
        parties = received.parties
        opened = done(handling.take_parties(self.counter, hands.teller, opened, visit, parties))
        hands.leave(hands.go_on(opened, traffic.values(self.chance)), "served")

    def come_back(self) -> None:
        """Most of those who were to come by today do, with everything in hand; others stay away."""
        today = self.counter.today()
        due = [one for one in self.promised if one.coming <= today]
        self.promised = [one for one in self.promised if one.coming > today]
        for one in due:
            if self.chance.random() < LIKELY_BACK:
                self._brings_the_rest(self._any_teller(), one)

    def _teller(self, staff: str, window: str) -> ServiceHands:
        acting = acting_as(account_view(self.counter, staff), window)
        return ServiceHands(self.counter, acting, self.wait, wish=PaperWish())

    def _any_teller(self) -> ServiceHands:
        return self.chance.choice(self.hands)

    def _people(self, traffic: Traffic) -> tuple[PersonTold, ...]:
        return self.chance.choice(traffic.comes)

    def _receive(self, hands: ServiceHands, visit: str, people: tuple[PersonTold, ...]) -> Received:
        received = visiting.receive(self.counter, hands.teller, visit, people)
        assert isinstance(received, Received), received
        return received

    def _served(self, hands: ServiceHands, traffic: Traffic) -> None:
        hands.serve(traffic.service, *self._people(traffic), values=traffic.values(self.chance))

    def _parked(self, hands: ServiceHands, traffic: Traffic) -> None:
        """Something is fetched, and the same visit goes on."""
        values = traffic.values(self.chance)
        opened = hands.begin(traffic.service, *self._people(traffic))
        opened = hands.go_on(opened, values, until=StepId.DOCUMENTS)
        done(parking.park(self.counter, hands.teller, opened, self.chance.choice(FETCHING)))
        self.wait(6)
        opened = done(parking.resume(self.counter, hands.teller, opened.case.subject))
        hands.leave(hands.go_on(opened, values), "served")

    def _noticed(self, hands: ServiceHands, traffic: Traffic) -> None:
        """A paper is missing; where none is asked for there is nothing to bring."""
        people, values = self._people(traffic), traffic.values(self.chance)
        opened = hands.begin(traffic.service, *people)
        opened = hands.go_on(opened, values, until=StepId.DOCUMENTS)
        coming = self.counter.calendar.working_day_after(self.counter.today(), DAYS_TO_COME).day
        asked = opened.runner.missing(opened.run, coming)
        lacking = [one for one in asked if one.standing not in SHOWN]
        if not lacking:
            hands.leave(hands.go_on(opened, values), "served")
            return
        run = opened.run.with_result(lacking[-1].id, ItemResult(Outcome.MISSING))
        wish = NoticeWish(coming)
        done(parking.give_notice(self.counter, hands.teller, opened, run, wish))
        hands.leave(opened, "comes_back")
        self.promised.append(Promised(opened.case.subject, coming, people, values))

    def _brings_the_rest(self, hands: ServiceHands, promised: Promised) -> None:
        """The same people come again, and the case goes on where it waited."""
        self.wait(2)
        visit = done(visiting.start_visit(self.counter, hands.teller)).subject
        self._receive(hands, visit, promised.people)
        opened = done(parking.resume(self.counter, hands.teller, promised.case, visit))
        hands.leave(hands.go_on(opened, promised.values), "served")

    def _cancelled(self, hands: ServiceHands, traffic: Traffic) -> None:
        opened = hands.begin(traffic.service, *self._people(traffic))
        opened = hands.go_on(opened, traffic.values(self.chance), until=StepId.DOCUMENTS)
        reason = self.chance.choice(GIVEN_UP)
        done(parking.cancel(self.counter, hands.teller, opened, reason))
        hands.leave(opened, "left")

    def _serial_late(self, hands: ServiceHands, traffic: Traffic) -> None:
        """The serial is put off; some are never brought."""
        values = {**traffic.values(self.chance), "serial": "later"}
        opened = hands.serve(traffic.service, *self._people(traffic), values=values)
        owed = opened.runner.procedure.spec.core.serial == "expected"
        if owed and self.chance.random() < LIKELY_BROUGHT:
            self.wait(10)
            case, serial = opened.case.subject, hands.serial()
            done(serials.record_serial(self.counter, hands.teller, case, serial, "typed"))

    def _dissuaded(self, hands: ServiceHands, traffic: Traffic) -> None:
        """Asked against fraud, the customer leaves it for today."""
        values = traffic.values(self.chance)
        opened = hands.begin(traffic.service, *self._people(traffic))
        opened = hands.go_on(opened, values, until=StepId.DETAILS)
        care = care_open(self.counter, opened.case.subject, opened.runner, opened.run)
        assert care is not None, f"{traffic.service} asks nothing against fraud"
        told = CareTold({one.id: "unsure" for one in care.questions}, "not_today")
        done(caring.settle(self.counter, hands.teller, opened, opened.run, told))
        hands.leave(opened, "left")
