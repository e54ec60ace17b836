"""A day at the branch: a few cases as they happen, written through the store.

Owns no assertion. Names and numbers are made up.
"""

from dataclasses import dataclass, field

from counter_app.domain.roles import Role
from counter_app.journal.facts import case as facts
from counter_app.journal.facts import presence
from counter_app.journal.facts.base import Fact, Words
from counter_app.services import founding, handling
from counter_app.services.counter import Acting
from counter_app.services.handling_results import OpenCase
from tests.ui.supervision.work import Office
from tests.unit.services.standing import BRANCH_TOLD, FIRST, MORNING, Standing, shipped_versions

NUMBER = "11010519491231002X"
PHONE = "13812345678"
HOLDER = facts.PartyTaken(
    person="p1",
    part="self",
    name="李桂兰",
    paper="resident_id",
    number=NUMBER,
    phone=PHONE,
    birth="1949-12-31",
    no_expiry=True,
    identity_entry="e",
)


@dataclass
class Day:
    """The office with its staff, and the cases by the name a test gives them."""

    office: Office
    wang: Acting
    chen: Acting
    supervisor: Acting
    cases: dict[str, str] = field(default_factory=dict)

    @property
    def standing(self) -> Standing:
        """The branch."""
        return self.office.standing

    def begin(self, name: str, service: str, teller: Acting, minute: float) -> str:
        """A visit comes to the window and a case begins."""
        self.office.at(minute)
        visit = f"visit/{name}"
        identity = presence.IdentitySeen(
            person="p1", paper="resident_id", name="李桂兰", number=NUMBER, no_expiry=True
        )
        come = presence.VisitStarted(terminal="03", window="3", staff=teller.staff)
        self.standing.write(teller.actor, (visit, come))
        self.standing.clock.go(seconds=40)
        self.standing.write(teller.actor, (visit, identity))
        self.standing.clock.go(seconds=20)
        opened = handling.start_case(self.standing.counter, teller, visit, service, [HOLDER])
        assert isinstance(opened, OpenCase), opened
        self.cases[name] = opened.case.subject
        return opened.case.subject

    def go_on(self, name: str, teller: Acting, *steps: Fact, seconds: float = 60) -> None:
        """Facts of the case, a minute apart."""
        for fact in steps:
            self.standing.clock.go(seconds=seconds)
            self.standing.write(teller.actor, (self.cases[name], fact))


def open_branch(office: Office) -> Day:
    """Founded with the shipped procedures, two tellers and a supervisor."""
    today = MORNING.date()
    done = founding.found(office.standing.counter, BRANCH_TOLD, FIRST, shipped_versions(), today)
    assert isinstance(done, founding.Founded), done
    office.standing.branch = done.branch
    wang = office.standing.hire("80231", Role.TELLER, name="王敏")
    chen = office.standing.hire("60418", Role.TELLER, name="陈亮")
    supervisor = office.standing.hire("80201", Role.SUPERVISOR, name="周岚")
    return Day(office, wang, chen, supervisor)


def checked(case: str, item: str, outcome: str, **more: object) -> Fact:
    """A paper looked at."""
    return facts.DocumentChecked.model_validate(
        {"case": case, "item": item, "person": "p1", "outcome": outcome, **more}
    )


def decided(*lines: tuple[str, str]) -> Fact:
    """The checklist as decided."""
    why = Words(zh="x", en="x")
    made = [
        facts.ChecklistLine(item=item, need="required", outcome=outcome, why=why, source="x")
        for item, outcome in lines
    ]
    return facts.ChecklistDecided(for_date="2026-11-23", procedure_hash="p", lines=tuple(made))


def loss_reported(day: Day, name: str, teller: Acting, minute: float) -> str:
    """A lost card reported, completed without anything unusual."""
    case = day.begin(name, "XJQK", teller, minute)
    day.go_on(
        name,
        teller,
        facts.NeedRecorded(values={"currency": "CNY", "amount": "6000.00"}),
        checked(case, "holder_id", "seen", original=True),
        decided(("holder_id", "in_hand")),
        facts.DetailsRecorded(values={"account_last4": "8812"}),
        facts.ReadBackDone(
            manner="oral",
            person="p1",
            rows=(facts.ReadBackMark(row="account", value="8812", outcome="confirmed"),),
        ),
        facts.CoreStepReached(),
        facts.CoreSerialRecorded(serial="HX20261123000417"),
        facts.OriginalsReturned(items=("holder_id",), count=1),
        facts.CaseCompleted(outcome="done", next_steps=()),
    )
    return case


def card_lost(day: Day, name: str, teller: Acting, minute: float) -> str:
    """A lost card whose owner lacks a paper; corrected, put off, parked."""
    case = day.begin(name, "GS", teller, minute)
    day.go_on(
        name,
        teller,
        facts.NeedRecorded(values={"report_kind": "written", "medium": "card", "stolen": "yes"}),
        checked(case, "holder_id", "seen", original=True),
        checked(case, "loss_form", "missing", reason="表格用完", note="客户稍后填"),
        decided(("holder_id", "in_hand"), ("loss_form", "missing")),
        facts.DetailsRecorded(values={"account_last4": "4417", "phone": PHONE}),
        facts.DetailCorrected(field="phone", old=PHONE, new="13987654321", cause="read_back"),
        facts.CaseParked(step="details", draft="{}", reason="户口簿在老家，等家人送来"),
    )
    return case


def booking_unclear(day: Day, name: str, teller: Acting, minute: float) -> str:
    """Cut off at the core: nobody knows whether it booked."""
    case = day.begin(name, "XJQK", teller, minute)
    day.go_on(
        name,
        teller,
        facts.NeedRecorded(values={"currency": "CNY", "amount": "52000.00"}),
        facts.CoreStepReached(),
        facts.CoreBookingAnswered(answer="unclear"),
    )
    return case


def promised(day: Day, name: str, what: str, due: str, owner: Acting) -> str:
    """A follow-up of a case."""
    subject = f"followup/{name}"
    made = presence.FollowUpSet(
        case=next(iter(day.cases.values()), "case/x"),
        case_number="03A-0338W",
        what=what,
        due=due,
        staff=owner.staff,
        post="柜员",
    )
    day.standing.write(owner.actor, (subject, made))
    return subject
