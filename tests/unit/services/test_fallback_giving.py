"""Emergency forms given out: numbered, recorded before they print, and entered by these numbers."""

import datetime as dt

import pytest

from counter_app.domain.refusal import Refusal
from counter_app.domain.roles import Role
from counter_app.journal.facts.day import FallbackFormGiven
from counter_app.services import fallback_giving, late_entry, printed
from counter_app.services.counter import Acting
from counter_app.services.fallback_giving import FormsWanted, series_view
from counter_app.services.fallback_pack import Pack
from counter_app.services.handling_results import OpenCase
from counter_app.services.late_entry import FormTold
from counter_app.services.paper_content import papers_of_pack
from tests.unit.services.standing import Standing, code_of


@pytest.fixture
def branch(offering: Standing) -> Standing:
    """Founded with the shipped services; it is eleven."""
    offering.clock.go(hours=2)
    return offering


@pytest.fixture
def wang(branch: Standing) -> Acting:
    """A teller."""
    return branch.hire("80231", Role.TELLER)


def given(branch: Standing, acting: Acting, wanted: FormsWanted) -> Pack:
    """Forms given out."""
    pack = fallback_giving.order_forms(branch.counter, acting, wanted)
    assert isinstance(pack, Pack), pack
    return pack


def fact(branch: Standing, series: str) -> FallbackFormGiven:
    """What stands of a series."""
    found = series_view(branch.counter, series).given
    assert found is not None
    return found


def told(paper: str, service: str = "GS") -> FormTold:
    """A form taken in while the power was out."""
    at = dt.datetime(2026, 11, 23, 9, 40)  # noqa: DTZ001 - branch time, as written
    return FormTold(paper, service, at, "80231", "power")


def test_a_pack_is_recorded_by_series_with_its_editions(branch: Standing, wang: Acting) -> None:
    pack = given(branch, wang, FormsWanted())
    assert len(pack.specs) == len(branch.counter.shelf.in_force(pack.on).procedure_hashes)
    of_loss = fact(branch, "E03-GS-261123")
    assert (of_loss.form, of_loss.first, of_loss.last) == (
        "GS",
        "E03-GS-261123-01",
        "E03-GS-261123-02",
    )
    assert of_loss.edition == next(one.edition for one in pack.specs if one.code == "GS")
    assert fact(branch, "E03-GZ-261123").last == "E03-GZ-261123-04"
    assert fact(branch, "E03-PH-261123").last == "E03-PH-261123-01"


def test_one_order_prints_the_very_sheets_that_were_recorded(
    branch: Standing, wang: Acting
) -> None:
    pack = given(branch, wang, FormsWanted("GS", 3))
    ((order, state),) = branch.store.pending_orders()
    content = branch.store.content(order.content_hash)
    assert content is not None
    assert (order.paper, state) == ("E03-GS-261123-E01", "queued")
    assert [one.number for one in papers_of_pack(content.data)] == list(pack.series[0].numbers)
    before = branch.fact_count()
    assert printed.record(branch.counter, order, "sent", "", b"pdf") is None
    assert branch.fact_count() == before


def test_the_next_forms_run_on_and_no_number_comes_twice(branch: Standing, wang: Acting) -> None:
    first, second = (given(branch, wang, FormsWanted("GS", 3)) for _ in range(2))
    whole = given(branch, wang, FormsWanted())
    numbers = [
        number for pack in (first, second, whole) for one in pack.series for number in one.numbers
    ]
    assert len(numbers) == len(set(numbers))
    assert fact(branch, "E03-GS-261123").last == "E03-GS-261123-08"
    labels = [one.paper for one, _ in branch.store.pending_orders()]
    assert len(set(labels)) == 3


@pytest.mark.parametrize(
    ("wanted", "code"),
    [
        (FormsWanted("NOSUCH"), "service_not_offered"),
        (FormsWanted("GS", 0), "copies_out_of_range"),
        (FormsWanted("GS", 21), "copies_out_of_range"),
    ],
)
def test_what_is_refused_writes_nothing(
    branch: Standing, wang: Acting, wanted: FormsWanted, code: str
) -> None:
    before = branch.fact_count()
    assert code_of(fallback_giving.give_out(branch.counter, wang, wanted)) == code
    assert branch.fact_count() == before


def test_the_supervisor_gives_out_and_the_auditor_does_not(branch: Standing) -> None:
    chief = branch.hire("80201", Role.SUPERVISOR, name="周岚")
    auditor = branch.hire("80301", Role.AUDITOR, name="何审")
    assert isinstance(fallback_giving.give_out(branch.counter, chief, FormsWanted("GS")), Pack)
    answer = fallback_giving.give_out(branch.counter, auditor, FormsWanted("GS"))
    assert code_of(answer) == "not_allowed"
    assert not fallback_giving.may_give(auditor)


def test_a_form_given_out_is_entered_once_by_its_number(branch: Standing, wang: Acting) -> None:
    given(branch, wang, FormsWanted("GS", 2))
    opened = late_entry.enter(branch.counter, wang, told("E03-GS-261123-02"))
    assert isinstance(opened, OpenCase), opened
    started = opened.case.started
    assert started is not None
    assert started.on_paper is not None
    assert started.on_paper.paper == "E03-GS-261123-02"
    again = late_entry.enter(branch.counter, wang, told("ｅ03-gs-261123-02"))
    assert again == Refusal("paper_entered", {"paper": "E03-GS-261123-02"})


@pytest.mark.parametrize(
    ("form", "code"),
    [
        (told("E03-GS-261123-03"), "paper_not_given"),
        (told("E03-GS-261123-01", "XJQK"), "paper_of_other_service"),
    ],
)
def test_a_number_that_cannot_be_right_is_refused(
    branch: Standing, wang: Acting, form: FormTold, code: str
) -> None:
    given(branch, wang, FormsWanted("GS", 2))
    before = branch.fact_count()
    assert code_of(late_entry.enter(branch.counter, wang, form)) == code
    assert branch.fact_count() == before


def test_a_form_of_another_pc_is_taken(branch: Standing, wang: Acting) -> None:
    given(branch, wang, FormsWanted("GS", 2))
    opened = late_entry.enter(branch.counter, wang, told("E07-GS-261123-05"))
    assert isinstance(opened, OpenCase), opened
    assert late_entry.service_of_form("e07-gs-261123-05") == "GS"
    assert late_entry.service_of_form("B-000121") == ""
