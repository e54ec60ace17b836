"""Matters passed on: written, and nothing of them in what a teller reads or a customer takes home."""

from collections.abc import Iterator
from pathlib import Path

import pytest

from counter_app.db.queries import SqliteReader, open_reader
from counter_app.db.store import StoreFiles
from counter_app.domain.refusal import Refusal
from counter_app.domain.roles import Role
from counter_app.journal.folds.care import RestrictedView
from counter_app.services import referring
from counter_app.services.counter import Acting
from counter_app.services.read_models import LogFilter
from counter_app.services.referring import EnquiryTold, Referred
from tests.unit.services.standing import KEY, Standing

SECRET = "反洗钱岗专线"
AUTHORITY = "某市公安局"
BADGES = ("badge-7717", "badge-7718")
DOCUMENT = "协查字第99号"
SECRETS = (SECRET, AUTHORITY, *BADGES, DOCUMENT, "restricted/", "ReferredOn", "observation")


@pytest.fixture
def teller(here: Standing) -> Acting:
    return here.hire("80231", Role.TELLER)


@pytest.fixture
def reader(here: Standing, tmp_path: Path) -> Iterator[SqliteReader]:
    made = open_reader(StoreFiles.in_home(tmp_path / "home").database, KEY)
    yield made
    made.close()


def told(here: Standing, teller: Acting, case: str) -> None:
    """All three matters about one case, or beside it."""
    post = Referred(SECRET, case=case)
    assert isinstance(referring.refer_observation(here.counter, teller, post), RestrictedView)
    done = referring.refer_police(here.counter, teller, post, "14:05", BADGES[0])
    assert isinstance(done, RestrictedView)
    enquiry = EnquiryTold(AUTHORITY, BADGES, DOCUMENT, "14:10")
    assert isinstance(referring.refer_enquiry(here.counter, teller, post, enquiry), RestrictedView)


def test_an_observation_says_only_where_it_went(here: Standing, teller: Acting) -> None:
    view = referring.refer_observation(here.counter, teller, Referred("反洗钱岗", "80250"))
    assert isinstance(view, RestrictedView)
    assert view.referred is not None
    assert (view.referred.matter, view.referred.to_post) == ("observation", "反洗钱岗")
    assert view.referred_at is not None


def test_an_enquiry_needs_two_officers_and_a_document(here: Standing, teller: Acting) -> None:
    one = EnquiryTold(AUTHORITY, ("7717",), DOCUMENT, "14:10")
    answer = referring.refer_enquiry(here.counter, teller, Referred("运营主管"), one)
    assert answer == Refusal("enquiry_told_needed")
    assert here.store.subjects("restricted") == []


def test_an_enquiry_is_never_about_a_case(here: Standing, teller: Acting) -> None:
    enquiry = EnquiryTold(AUTHORITY, BADGES, DOCUMENT, "14:10")
    where = Referred("运营主管", case="case/1", visit="visit/1")
    view = referring.refer_enquiry(here.counter, teller, where, enquiry)
    assert isinstance(view, RestrictedView)
    assert view.referred is not None
    assert (view.referred.case, view.referred.visit) == (None, None)


def test_without_a_post_nothing_is_written(here: Standing, teller: Acting) -> None:
    answer = referring.refer_observation(here.counter, teller, Referred(" "))
    assert answer == Refusal("unknown_post")
    assert here.store.subjects("restricted") == []


def test_nothing_of_it_is_in_what_a_teller_reads(
    here: Standing, teller: Acting, reader: SqliteReader
) -> None:
    case = here.begin_case(teller)
    before = _read(here, reader, case)
    told(here, teller, case)
    assert _read(here, reader, case) == before
    for secret in SECRETS:
        assert secret not in before
        assert reader.search(secret).cases == ()
        assert reader.search(secret).customers == ()


def test_the_facts_are_of_the_restricted_audience(here: Standing, teller: Acting) -> None:
    told(here, teller, here.begin_case(teller))
    subjects = here.store.subjects("restricted")
    assert len(subjects) == 3
    audiences = {
        type(one.fact).AUDIENCE
        for subject in subjects
        for one in here.history(subject)
        if one.fact is not None
    }
    assert audiences == {"restricted"}


def _read(here: Standing, reader: SqliteReader, case: str) -> str:
    """Everything a teller's pages read of a case: pane, log, view, history, help."""
    today = here.counter.today().isoformat()
    return repr(
        (
            reader.desk("80231", "03", today),
            reader.day_log(LogFilter(today)),
            reader.view(case),
            reader.history(case),
            reader.cases_of_customer("customer/1"),
            reader.help_calls(),
            reader.staff(),
        )
    )
