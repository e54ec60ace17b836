"""What is noted of the core's own authorisation, and what of it is refused."""

import pytest

from counter_app.domain.refusal import Refusal
from counter_app.domain.roles import Role
from counter_app.services import handling
from counter_app.services.handling_results import OpenCase
from counter_app.services.replaying import replay
from counter_app.services.sending import Authorisation, authorisation_fault, note_authorisation
from tests.unit.services.served import begun
from tests.unit.services.standing import Standing


@pytest.mark.parametrize(
    ("told", "code"),
    [
        (Authorisation("", "SQ1", "10:42"), "authorisation_incomplete"),
        (Authorisation("80201", " ", "10:42"), "authorisation_incomplete"),
        (Authorisation("80201", "SQ1", "25:00"), "authorisation_time"),
        (Authorisation("80201", "SQ1", "1042"), "authorisation_time"),
        (Authorisation("80201", "SQ1", "11:01"), "authorisation_time"),
    ],
)
def test_what_is_lacking_or_wrong_is_refused(told: Authorisation, code: str) -> None:
    fault = authorisation_fault(told, "11:00")
    assert fault is not None
    assert fault.code == code


def test_it_stands_in_the_case_and_in_its_replay(offering: Standing) -> None:
    teller = offering.hire("80231", Role.TELLER)
    case = begun(offering, teller, "XJCK")
    told = Authorisation("80201", "SQ0417", "09:00")
    noted = note_authorisation(offering.counter, teller, case, told)
    assert isinstance(noted, OpenCase), noted
    (fact,) = noted.case.core_authorisations
    assert (fact.authoriser, fact.reference, fact.at) == ("80201", "SQ0417", "09:00")
    events = replay(case.case.subject, offering.history(case.case.subject)).events
    assert [dict(one.params) for one in events if one.code == fact.KIND] == [
        {"authoriser": "80201", "reference": "SQ0417", "at": "09:00"}
    ]


def test_a_colleagues_case_takes_none(offering: Standing) -> None:
    first, second = (offering.hire(one, Role.TELLER) for one in ("80231", "80232"))
    case = begun(offering, first, "XJCK")
    seen = handling.open_case(offering.counter, second, case.case.subject)
    assert isinstance(seen, OpenCase)
    told = Authorisation("80201", "SQ0417", "09:00")
    answer = note_authorisation(offering.counter, second, seen, told)
    assert isinstance(answer, Refusal)
    assert answer.code == "held_by_another"
