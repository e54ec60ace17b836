"""The part of the day that is played through the use cases: most of the catalogue, and odd visits.

Owns the script: who comes for what, and what goes otherwise than planned. One function, one customer.
"""

from collections.abc import Callable, Sequence
from dataclasses import dataclass, replace
from itertools import cycle

from counter_app.domain.dates import branch_time
from counter_app.forms.run_state import StepId
from counter_app.journal.facts.care import CareOutcome
from counter_app.rehearsal.day.by_service import ServiceHands, done
from counter_app.rehearsal.day.people import (
    ABSENT_HOLDER,
    AGENT,
    CHILD,
    ELDER,
    FIRM,
    MIDDLE_AGED,
    MOTHER,
    ORDINARY,
)
from counter_app.services import (
    caring,
    handling,
    noting,
    overriding,
    parking,
    referring,
    reprinting,
    sending,
    serials,
    verifying,
)
from counter_app.services.care_gate import care_open
from counter_app.services.caring import CareTold
from counter_app.services.counter import Acting
from counter_app.services.handling_results import OverrideNeeded
from counter_app.services.referring import EnquiryTold, Referred
from counter_app.services.reprinting import ReprintWish
from counter_app.services.sending import Authorisation
from counter_app.services.verifying import CheckTold
from counter_app.services.visiting import PersonTold

PLAIN = (
    *("JCGZ", "ZDKK", "JSH", "JQZM", "DEYY", "CXGS", "ZXCX", "SMFW", "JWHK", "SBKJH"),
    *("CXGZ", "YGCKJHTQ", "FGMXE", "JBSJ", "ZHJX"),
)
"""Services that somebody ordinary comes for with everything in hand, one customer each; those that are
served at the window the same day are not among them."""
TRANSFER = {
    "amount": "60000",
    "payee_name": "赵某",
    "payee_last4": "9021",
    "account_last4": "4417",
    "payee_kind": "other",
}
"""More than a transfer to a stranger may be without the questions."""


@dataclass(frozen=True, slots=True)
class Cast:
    """Who plays: the teller's hands and the supervisor."""

    hands: ServiceHands
    supervisor: Acting


Customer = Callable[[Cast], None]


def customers() -> Sequence[Customer]:
    """Everybody who is served through the use cases, in the order in which they come."""
    return (*map(_plainly, PLAIN, cycle(ORDINARY)), *_ODD)


def _plainly(service: str, person: PersonTold) -> Customer:
    def served(cast: Cast) -> None:
        cast.hands.serve(service, person)

    return served


def agent_reports_a_loss(cast: Cast) -> None:
    """An agent comes for somebody who is ill."""
    cast.hands.serve("GS", ABSENT_HOLDER, AGENT, values={"report_kind": "written"})


def child_with_guardian(cast: Cast) -> None:
    """A mother opens an account for her child."""
    cast.hands.serve("GRKH", CHILD, MOTHER)


def firm_fetches_statements(cast: Cast) -> None:
    """A firm sends its bookkeeper."""
    cast.hands.serve("DGDZD", FIRM, AGENT)


def firm_opens_payroll(cast: Cast) -> None:
    """A firm signs for the wages of its people."""
    cast.hands.serve("DFGZ", FIRM, AGENT, values={"matter": "agreement"})


def identity_does_not_agree(cast: Cast) -> None:
    """The online check differs: another paper is asked for, and the customer comes another day."""
    hands = cast.hands
    opened = hands.go_on(hands.begin("GRYLJ", MIDDLE_AGED), until=StepId.DOCUMENTS)
    told = CheckTold("p1", "online", "differs", "other_paper", "照片不像")
    opened = done(verifying.verify(hands.counter, hands.teller, opened, told))
    done(parking.cancel(hands.counter, hands.teller, opened, "客户改天带其他证件来"))
    hands.leave(opened, "left")


def _asked_against_fraud(cast: Cast, outcome: CareOutcome) -> None:
    """An alarming answer, and what came of it."""
    hands = cast.hands
    opened = hands.go_on(hands.begin("ZZHK", ELDER), TRANSFER, until=StepId.DETAILS)
    run = opened.run
    for name, raw in TRANSFER.items():
        run = run.with_value(name, raw)
    care = care_open(hands.counter, opened.case.subject, opened.runner, run)
    assert care is not None, "the questions are asked of this customer"
    told = CareTold({one.id: "unsure" for one in care.questions}, outcome)
    opened = done(caring.settle(hands.counter, hands.teller, opened, run, told))
    if outcome == "delayed":
        opened = hands.go_on(opened, TRANSFER)
    hands.leave(opened, "served" if outcome == "delayed" else "left")


def goes_home_today(cast: Cast) -> None:
    """Advised, the customer does not transfer today."""
    _asked_against_fraud(cast, "not_today")


def takes_a_delayed_arrival(cast: Cast) -> None:
    """Advised, the customer lets the money arrive a day later."""
    _asked_against_fraud(cast, "delayed")


def changes_his_mind(cast: Cast) -> None:
    """Begun and cancelled."""
    hands = cast.hands
    opened = hands.go_on(hands.begin("LCGM", MIDDLE_AGED), until=StepId.DOCUMENTS)
    done(parking.cancel(hands.counter, hands.teller, opened, "客户不办了"))
    hands.leave(opened, "left")


def officers_with_an_order(cast: Cast) -> None:
    """An authority comes: received and handed over, restricted from the first entry on."""
    hands = cast.hands
    now = branch_time(hands.counter.instant()).strftime("%H:%M")
    told = EnquiryTold("示例市人民法院", ("执行证一", "执行证二"), "示例执字第一号", now)
    hands.serve("SFYJ", replace(MIDDLE_AGED, name="示例警官"), values={"matter": "freeze"})
    post = Referred("运营主管", cast.supervisor.staff)
    done(referring.refer_enquiry(hands.counter, hands.teller, post, told))
    done(referring.refer_observation(hands.counter, hands.teller, post))


def core_asks_its_own_authorisation(cast: Cast) -> None:
    """The core wanted a second person; who and which reference is noted, nothing asked again."""
    hands = cast.hands
    opened = hands.go_on(hands.begin("DQKL", ORDINARY[0]), until=StepId.CORE)
    now = branch_time(hands.counter.instant()).strftime("%H:%M")
    told = Authorisation(cast.supervisor.staff, "SQ20417", now)
    opened = done(sending.note_authorisation(hands.counter, hands.teller, opened, told))
    hands.leave(hands.go_on(opened), "served")


def serial_comes_late(cast: Cast) -> None:
    """The serial is put off and comes a while after the end."""
    hands = cast.hands
    opened = hands.serve("TQZQ", ORDINARY[1], values={"serial": "later"})
    hands.wait(3)
    case = opened.case.subject
    done(serials.record_serial(hands.counter, hands.teller, case, hands.serial(), "typed"))


def serial_stays_out(cast: Cast) -> None:
    """The serial is put off and nobody brings it."""
    cast.hands.serve("BHK", ORDINARY[2], values={"serial": "later"})


def value_is_corrected(cast: Cast) -> None:
    """After the end a value turns out wrong; the supervisor remarks on it."""
    hands = cast.hands
    opened = hands.serve("SJHBG", ORDINARY[3], values={"new_phone": "13900002222"})
    done(parking.amend(hands.counter, hands.teller, opened, "new_phone", "13900002223"))
    case = opened.case.subject
    done(noting.note(hands.counter, cast.supervisor, case, "更正前已请客户核对"))


def cancels_what_was_done(cast: Cast) -> None:
    """An approval to cancel is refused the first time and granted the second."""
    hands, counter = cast.hands, cast.hands.counter
    opened = hands.serve("MMCZ", ORDINARY[4])
    for granted in (False, True):
        needed = parking.cancel(counter, hands.teller, opened, "客户要求作废")
        assert isinstance(needed, OverrideNeeded)
        case = opened.case.subject
        asked = done(overriding.request(counter, hands.teller, case, needed))
        if not granted:
            done(overriding.refuse_here(counter, cast.supervisor, asked.subject, "先请客户写申请"))
            continue
        done(overriding.grant_here(counter, cast.supervisor, asked.subject, "见客户申请"))
        view = handling.case_view(counter, case)
        done(overriding.quote_in_case(counter, hands.teller, view, asked.subject))
        fresh = done(handling.open_case(counter, hands.teller, case))
        done(parking.cancel(counter, hands.teller, fresh, "客户要求作废", asked.subject))


def wants_one_more_copy(cast: Cast) -> None:
    """A paper is printed a second time the same day."""
    hands = cast.hands
    opened = hands.serve("GRXH", MIDDLE_AGED)
    paper = next(one.paper for one in opened.case.papers)
    wish = ReprintWish(paper, "客户要两份")
    done(reprinting.reprint(hands.counter, hands.teller, opened.case, wish))


def only_asks(cast: Cast) -> None:
    """Advice, no business."""
    cast.hands.only_asked("advised")


def does_not_wait(cast: Cast) -> None:
    """Somebody goes before anything began."""
    cast.hands.only_asked("left")


_ODD: tuple[Customer, ...] = (
    agent_reports_a_loss,
    child_with_guardian,
    firm_fetches_statements,
    firm_opens_payroll,
    identity_does_not_agree,
    goes_home_today,
    takes_a_delayed_arrival,
    changes_his_mind,
    officers_with_an_order,
    core_asks_its_own_authorisation,
    serial_comes_late,
    serial_stays_out,
    value_is_corrected,
    cancels_what_was_done,
    wants_one_more_copy,
    only_asks,
    does_not_wait,
)
"""Visits that do not go as planned."""
