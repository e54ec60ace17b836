"""On the plain path of every service our program asks nobody for an approval of its own."""

from collections.abc import Iterator, Mapping

import pytest

from counter_app.domain.roles import Role
from counter_app.services.handling_results import OpenCase, OverrideNeeded, Stopped
from tests.unit.forms import (
    control_cases,
    special_cases,
    test_companies_services,
    test_deposits_services,
    test_odds_services,
)
from tests.unit.forms.cases import PLAIN_LOSS, PLAIN_OPENING, PLAIN_WITHDRAWAL
from tests.unit.services.served import AGENT, FIRM, SELF, begun, served
from tests.unit.services.standing import Standing, new_standing, offer, shipped

TOLD: Mapping[str, Mapping[str, str]] = {
    **control_cases.PLAIN,
    **special_cases.PLAIN,
    **test_companies_services.PLAIN,
    **test_deposits_services.PLAIN,
    **test_odds_services.PLAIN,
    "GRKH": PLAIN_OPENING,
    "GS": PLAIN_LOSS,
    "XJQK": PLAIN_WITHDRAWAL,
    "XJZPDF": test_companies_services.CASHED,
    "XJCK": PLAIN_WITHDRAWAL,
}
OF_FIRMS = frozenset({*test_companies_services.PLAIN, "XJZPDF"})
WITH_QUESTIONS = frozenset({"DGJBH", "DGXXBG", "FDDBRBG", "SJYH", "YJGH", "ZHJX"})


@pytest.fixture(scope="module")
def branch(tmp_path_factory: pytest.TempPathFactory) -> Iterator[Standing]:
    """One branch for all: the cases do not meet."""
    made = new_standing(tmp_path_factory.mktemp("approvals") / "home")
    offer(made)
    made.hire("80231", Role.TELLER)
    yield made
    made.store.close()


@pytest.mark.parametrize("code", sorted(TOLD))
def test_a_plain_case_asks_for_no_approval_of_ours(branch: Standing, code: str) -> None:
    """It ends, or stops at the questions against fraud, which are the customer's to answer."""
    teller = branch.acting("80231")
    parties = (FIRM, AGENT) if code in OF_FIRMS else (SELF,)
    end = served(branch, teller, begun(branch, teller, code, *parties), TOLD[code])
    assert not isinstance(end, OverrideNeeded), end
    if code in WITH_QUESTIONS:
        assert isinstance(end, Stopped), end
        assert {one.code for one in end.faults} == {"care_open"}, end
    else:
        assert isinstance(end, OpenCase), end
        assert end.case.approvals == ()


def test_every_shipped_service_is_tried() -> None:
    assert {spec.code for spec in shipped().procedures} == set(TOLD)
