"""The receipt on demand: after the end, once, also where the procedure prints none."""

from counter_app.domain.roles import Role
from counter_app.services.handling_results import OpenCase, PaperWish
from counter_app.services.receipts import give_receipt
from tests.unit.services.served import begun, served
from tests.unit.services.standing import Standing, code_of

DEPOSIT = {"amount": "3000", "account_last4": "4417"}
WISH = PaperWish()


def test_it_is_given_once_and_ordered(offering: Standing) -> None:
    teller = offering.hire("80231", Role.TELLER)
    done = served(offering, teller, begun(offering, teller, "XJCK"), DEPOSIT)
    assert isinstance(done, OpenCase)
    assert done.case.papers == ()
    given = give_receipt(offering.counter, teller, done, WISH)
    assert isinstance(given, OpenCase), given
    (paper,) = given.case.papers
    assert paper.paper_kind == "R"
    assert [one.paper for one, _state in offering.store.pending_orders()] == [paper.paper]
    assert code_of(give_receipt(offering.counter, teller, given, WISH)) == "receipt_given"


def test_before_the_end_there_is_none(offering: Standing) -> None:
    teller = offering.hire("80231", Role.TELLER)
    case = begun(offering, teller, "XJCK")
    answer = give_receipt(offering.counter, teller, case, WISH)
    assert code_of(answer) == "receipt_after_completion"
