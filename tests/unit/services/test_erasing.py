"""Erasing by a written order: who may, when, and what is named."""

import pytest

from counter_app.domain.roles import Role
from counter_app.journal.facts import case, presence
from counter_app.journal.facts.ground import ClockJumpConfirmed
from counter_app.journal.folds.upkeep import ErasureView
from counter_app.services import erasing
from counter_app.services.counter import instant_text
from counter_app.services.erasing import OrderTold
from tests.store.writing import customer, holder
from tests.unit.services.standing import Standing, code_of

ORDERED = OrderTold("ordered", "江银法〔2026〕7 号", "法律合规部")
ENDED = OrderTold("period_ended", "江银法〔2026〕8 号", "法律合规部")
CUSTOMER = "customer/0197aaaa"


def served(here: Standing) -> None:
    """A customer with a case, its promise and another customer's."""
    teller = here.hire("80231", Role.TELLER)
    here.write(teller.actor, (CUSTOMER, customer("欧阳MARKER", "11010119900101777X")))
    here.write(teller.actor, ("customer/0197bbbb", customer("周全")))
    for name, whose in (("1", CUSTOMER), ("2", "customer/0197bbbb")):
        subject = here.begin_case(teller, name)
        here.write(teller.actor, (subject, holder("欧阳MARKER", whose)))
        here.write(teller.actor, (subject, case.CaseCompleted(outcome="done", next_steps=())))
        promise = presence.FollowUpSet(
            case=subject,
            case_number="1",
            what="打电话给欧阳MARKER",
            due="2026-12-01",
            staff="80231",
            post="柜员",
        )
        here.write(teller.actor, (f"followup/{name}", promise))


def test_all_that_concerns_the_customer_goes_and_nothing_else(here: Standing) -> None:
    served(here)
    done = erasing.erase(here.counter, here.admin, here.store, CUSTOMER, ORDERED)
    assert isinstance(done, tuple)
    (view,) = done
    assert view.erased is not None
    assert set(view.erased.subjects) == {CUSTOMER, "case/1", "followup/1"}
    assert (view.erased.order, view.by) == (ORDERED.order, "staff/80001")
    assert here.store.view(CUSTOMER).unreadable == ("erased",)
    assert here.store.view("followup/1").unreadable == ("erased",)
    # What holds nothing of a person stays: that there was a business, and that it was completed.
    assert here.store.view("case/1").unreadable == ("erased",)
    assert here.kinds("case/1") == ["case_started", "parties_taken", "case_completed"]
    for kept in ("customer/0197bbbb", "case/2", "followup/2"):
        assert here.store.view(kept).unreadable == ()
    answer = erasing.erase(here.counter, here.admin, here.store, CUSTOMER, ORDERED)
    assert code_of(answer) == "nothing_to_erase"


@pytest.mark.parametrize("role", [one for one in Role if one is not Role.ADMINISTRATOR])
def test_nobody_but_an_administrator_may(here: Standing, role: Role) -> None:
    served(here)
    acting = here.hire("80501", role)
    before = here.fact_count()
    answer = erasing.erase(here.counter, acting, here.store, CUSTOMER, ORDERED)
    assert (code_of(answer), here.fact_count()) == ("not_allowed", before)


def test_an_order_has_a_number_and_somebody_who_gave_it(here: Standing) -> None:
    served(here)
    for told in (OrderTold("ordered", " ", "x"), OrderTold("ordered", "1", "")):
        answer = erasing.erase(here.counter, here.admin, here.store, CUSTOMER, told)
        assert code_of(answer) == "order_needed"


def test_an_open_case_is_not_erased(here: Standing) -> None:
    served(here)
    teller = here.acting("80231")
    subject = here.begin_case(teller, "3")
    here.write(teller.actor, (subject, holder("欧阳MARKER", CUSTOMER)))
    answer = erasing.erase(here.counter, here.admin, here.store, CUSTOMER, ORDERED)
    assert code_of(answer) == "still_open"


def test_the_laws_period_is_waited_for(offering: Standing) -> None:
    """The figure is the rule pack's; an authority's order and what was taken wrongly do not wait."""
    served(offering)
    counter = offering.counter
    years = counter.shelf.in_force(counter.today()).catalogue.rules.at(
        "record_years", counter.today()
    )
    assert years is not None
    last = counter.today()
    answer = erasing.erase(counter, offering.admin, offering.store, CUSTOMER, ENDED)
    assert code_of(answer) == "period_not_ended"
    ends = last.replace(year=last.year + int(years.value))
    assert answer.params == {"from": ends.isoformat()}  # type: ignore[union-attr]
    offering.clock.go(days=(ends - last).days)
    shown = ClockJumpConfirmed(
        last_known=offering.store.last_instant() or "", shown=instant_text(offering.clock.now())
    )
    offering.write("staff/80001", ("clock/1", shown))
    done = erasing.erase(offering.counter, offering.admin, offering.store, CUSTOMER, ENDED)
    assert isinstance(done, tuple), done
    assert all(isinstance(one, ErasureView) for one in done)


def test_without_a_rule_nobody_knows_the_period(here: Standing) -> None:
    served(here)
    answer = erasing.erase(here.counter, here.admin, here.store, CUSTOMER, ENDED)
    assert code_of(answer) == "period_unknown"


def test_many_entries_take_several_facts_of_one_order(here: Standing) -> None:
    served(here)
    teller = here.acting("80231")
    for _many in range(6):
        amended = presence.CustomerAmended(
            group=presence.CustomerGroup(name="contact", fields={"phone": "MARKER"}), source="self"
        )
        here.write(teller.actor, *[(CUSTOMER, amended)] * 90)
    done = erasing.erase(here.counter, here.admin, here.store, CUSTOMER, ORDERED)
    assert isinstance(done, tuple)
    assert [len(one.erased.entries) for one in done if one.erased] == [500, 43]
    assert {one.erased.order for one in done if one.erased} == {ORDERED.order}
    assert set(here.store.view(CUSTOMER).unreadable) == {"erased"}
