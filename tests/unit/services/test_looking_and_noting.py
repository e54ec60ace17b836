"""A number in full is written down before it is shown; a remark holds no open number."""

import pytest

from counter_app.domain.roles import Role
from counter_app.journal.facts import presence
from counter_app.journal.facts.case import PartiesTaken, PartyTaken
from counter_app.journal.folds.case import CaseView
from counter_app.journal.folds.people import LookUpView
from counter_app.services import looking, noting, staffing
from counter_app.services.counter import Acting
from counter_app.services.looking import NumberAsked, ShownNumber
from tests.unit.services.standing import Standing, code_of

NUMBER = "11010119900307002X"
PHONE = "13800138000"


@pytest.fixture
def teller(here: Standing) -> Acting:
    return here.hire("80231", Role.TELLER)


@pytest.fixture
def case(here: Standing, teller: Acting) -> str:
    """A case whose holder, visit and customer carry the same number."""
    case = here.begin_case(teller)
    party = PartyTaken(person="p1", part="self", name="单小明", number=NUMBER, phone=PHONE)
    seen = presence.IdentitySeen(person="p1", paper="resident_id", name="单小明", number=NUMBER)
    groups = (
        presence.CustomerGroup(name="identity", fields={"name": "单小明", "number": NUMBER}),
        presence.CustomerGroup(name="contact", fields={"phone": PHONE}),
    )
    here.write(
        teller.actor,
        (case, PartiesTaken(visit="visit/1", parties=(party,))),
        ("visit/1", seen),
        ("customer/1", presence.CustomerRegistered(groups=groups)),
    )
    return case


@pytest.mark.usefixtures("case")
@pytest.mark.parametrize(
    ("asked", "number"),
    [
        (NumberAsked("case/1", "desk", "p1"), NUMBER),
        (NumberAsked("case/1", "desk", "p1", "phone"), PHONE),
        (NumberAsked("visit/1", "desk", "p1"), NUMBER),
        (NumberAsked("customer/1", "search"), NUMBER),
        (NumberAsked("customer/1", "search", None, "phone"), PHONE),
    ],
)
def test_each_look_is_written_down(
    here: Standing, teller: Acting, asked: NumberAsked, number: str
) -> None:
    shown = looking.show_number(here.counter, teller, asked)
    assert isinstance(shown, ShownNumber)
    assert shown.number == number
    look = here.store.view(shown.look_up)
    assert isinstance(look, LookUpView)
    assert look.shown is not None
    assert (look.by, look.shown.about, look.shown.page) == (teller.actor, asked.about, asked.page)
    assert number not in (here.history(shown.look_up)[0].entry.body or "")


@pytest.mark.usefixtures("case")
@pytest.mark.parametrize(
    "asked",
    [
        NumberAsked("case/1", "desk", "p2"),
        NumberAsked("case/none", "desk", "p1"),
        NumberAsked("visit/1", "desk", "p1", "phone"),
        NumberAsked("customer/1", "desk", None, "name_of_mother"),
        NumberAsked("staff/80231", "desk"),
    ],
)
def test_what_is_not_there_is_not_shown_and_not_written(
    here: Standing, teller: Acting, asked: NumberAsked
) -> None:
    before = here.fact_count()
    assert code_of(looking.show_number(here.counter, teller, asked)) == "no_number"
    assert here.fact_count() == before


@pytest.mark.usefixtures("case")
@pytest.mark.parametrize("role", [Role.ADMINISTRATOR, Role.TRAINER])
def test_who_has_no_purpose_sees_no_number(here: Standing, role: Role) -> None:
    acting = here.hire("80300", role)
    asked = NumberAsked("case/1", "desk", "p1")
    assert code_of(looking.show_number(here.counter, acting, asked)) == "not_allowed"


@pytest.mark.usefixtures("case")
def test_who_has_left_sees_no_number(here: Standing, teller: Acting) -> None:
    staffing.close_account(here.counter, here.admin, "80231", "离职")
    asked = NumberAsked("case/1", "desk", "p1")
    assert code_of(looking.show_number(here.counter, teller, asked)) == "account_closed"


def test_a_remark_is_added_with_numbers_masked(here: Standing, teller: Acting, case: str) -> None:
    noted = noting.note(here.counter, teller, case, f" 客户电话 {PHONE} 已核 ")
    assert isinstance(noted, CaseView)
    assert noted.notes == ("客户电话 138****8000 已核",)
    supervisor = here.hire("80201", Role.SUPERVISOR)
    noted = noting.note(here.counter, supervisor, case, "已抽查")
    assert isinstance(noted, CaseView)
    assert len(noted.notes) == 2


@pytest.mark.parametrize(
    ("text", "code"), [(" ", "text_needed"), ("长" * 501, "text_too_long"), ("好", "taken")]
)
def test_a_remark_has_words_and_a_measure(
    here: Standing, teller: Acting, case: str, text: str, code: str
) -> None:
    assert code_of(noting.note(here.counter, teller, case, text)) == code


def test_an_auditor_changes_nothing(here: Standing, case: str) -> None:
    auditor = here.hire("80002", Role.AUDITOR)
    assert code_of(noting.note(here.counter, auditor, case, "x")) == "not_allowed"


def test_a_remark_needs_its_case(here: Standing, teller: Acting) -> None:
    assert code_of(noting.note(here.counter, teller, "case/none", "x")) == "unknown_case"
