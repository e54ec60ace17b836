"""The demo's morning: accounts for the demo's staff, known customers, and work in every state.

Everything is written through the use cases. Each wait between two people is a step of the clock given.
"""

from collections.abc import Callable
from dataclasses import replace

from counter_app.domain.refusal import Refusal
from counter_app.forms.run_state import ItemResult, Outcome, StepId
from counter_app.rehearsal.demo_branch import CUSTOMERS, FIRM, STAFF, DemoCustomer
from counter_app.rehearsal.playing import Errand, begin, go_on, serve
from counter_app.services import parking, staffing, visiting
from counter_app.services.accounts import account_view
from counter_app.services.counter import Acting, Counter, acting_as
from counter_app.services.handling_results import NoticeWish
from counter_app.services.runs import Place
from counter_app.services.visiting import PersonTold, Received

Wait = Callable[[int], None]
"""Lets so many minutes pass."""


def hire(counter: Counter, administrator: Acting, verifier: str) -> None:
    """Opens the accounts of the demo's staff, all with the one password, which is their own."""
    for one in STAFF:
        told = staffing.AccountTold(one.number, one.name, one.post.zh, one.roles, verifier=verifier)
        _done(staffing.register(counter, administrator, told))
        own = acting_as(account_view(counter, one.number), "")
        _done(staffing.change_password(counter, own, verifier))


def play_morning(counter: Counter, wait: Wait) -> None:
    """Two tellers' morning: done, parked, noticed, handed over; one serial is still to follow."""
    wang = _teller(counter, "80231", "3")
    chen = _teller(counter, "80232", "2")
    for customer in (*CUSTOMERS, FIRM):
        _become_known(counter, chen, customer)
        wait(2)
    serve(counter, wang, withdrawal(CUSTOMERS[1], "3000"))
    wait(7)
    serve(counter, chen, opening(CUSTOMERS[2]))
    wait(5)
    _park_withdrawal(counter, wang, CUSTOMERS[4])
    wait(9)
    serve(counter, wang, replace(loss(CUSTOMERS[3]), serial=None))
    wait(4)
    _notice_opening(counter, wang, CUSTOMERS[3])
    wait(3)
    _hand_over_loss(counter, chen, CUSTOMERS[0])
    wait(6)


def person(customer: DemoCustomer) -> PersonTold:
    """A customer who shows the paper."""
    return PersonTold(
        "p1",
        name=customer.name,
        paper=customer.paper,
        number=customer.number,
        valid_until=customer.valid_until,
        no_expiry=not customer.valid_until,
        phone=customer.phone,
    )


def opening(customer: DemoCustomer) -> Errand:
    """An adult opens an account for himself."""
    values = {
        "account_class": "class_two",
        "phone_owner": "own",
        "identity_doubt": "no",
        "phone": customer.phone,
        "occupation": "employee",
        "address": "东城区东大街 18 号院 2 号楼 301 室",
        "purpose": "wages",
        "channels": "counter_only",
    }
    return Errand("GRKH", (person(customer),), values, "CB77301846")


def loss(customer: DemoCustomer) -> Errand:
    """A card is lost, reported in writing by its holder."""
    values = {
        "report_kind": "written",
        "medium": "card",
        "stolen": "no",
        "account_last4": "4417",
        "lost_on": "2026-11-01",
        "phone": customer.phone,
    }
    return Errand("GS", (person(customer),), values, "CB77301851")


def withdrawal(customer: DemoCustomer, amount: str) -> Errand:
    """Cash for the holder."""
    values = {
        "currency": "CNY",
        "amount": amount,
        "account_last4": "4417",
        "risk_reason": "none_seen",
    }
    return Errand("XJQK", (person(customer),), values, "CB77301840")


def _teller(counter: Counter, staff: str, window: str) -> Acting:
    return acting_as(account_view(counter, staff), window)


def _become_known(counter: Counter, acting: Acting, customer: DemoCustomer) -> None:
    visit = visiting.start_visit(counter, acting)
    assert not isinstance(visit, Refusal)
    received = visiting.receive(counter, acting, visit.subject, (person(customer),))
    assert isinstance(received, Received), received
    _done(visiting.register_customer(counter, acting, visit.subject, "p1", customer.phone))
    _done(visiting.end_visit(counter, acting, visit.subject, "advised"))


def _park_withdrawal(counter: Counter, acting: Acting, customer: DemoCustomer) -> None:
    errand = withdrawal(customer, "8000")
    opened = go_on(counter, acting, begin(counter, acting, errand), errand, StepId.DOCUMENTS)
    run = opened.run.with_value("account_last4", "4417")
    _done(parking.park(counter, acting, opened.at(run, Place("denominations")), "去取卡"))


def _notice_opening(counter: Counter, acting: Acting, customer: DemoCustomer) -> None:
    errand = opening(customer)
    opened = go_on(counter, acting, begin(counter, acting, errand), errand, StepId.NEED)
    run = opened.run
    for line in opened.runner.missing(run):
        seen = line.id == "holder_id"
        outcome = Outcome.COPIED if seen else Outcome.MISSING
        run = run.with_result(line.id, ItemResult(outcome, valid_until=line.valid_until))
    coming = counter.calendar.working_day_after(counter.today(), 3).day
    _done(parking.give_notice(counter, acting, opened, run, NoticeWish(coming)))
    _done(visiting.end_visit(counter, acting, opened.case.visits[-1], "comes_back"))


def _hand_over_loss(counter: Counter, acting: Acting, customer: DemoCustomer) -> None:
    errand = loss(customer)
    opened = go_on(counter, acting, begin(counter, acting, errand), errand, StepId.NEED)
    _done(parking.hand_over(counter, acting, opened, "80231", "老人行动慢，请优先"))
    _done(visiting.end_visit(counter, acting, opened.case.visits[-1], "served"))


def _done(answer: object) -> None:
    if isinstance(answer, Refusal):
        raise AssertionError(f"the demo was refused: {answer.code} {dict(answer.params)}")
