"""A payroll: the firm once, then one employee after another; done today, parked, and gone on with."""

from collections.abc import Iterator
from pathlib import Path

import pytest

from counter_app.db.queries import SqliteReader, open_reader
from counter_app.db.store import StoreFiles
from counter_app.domain.roles import Role
from counter_app.forms.run_state import StepId
from counter_app.services import grouping, parking, signing_on, visiting
from counter_app.services.counter import Acting
from counter_app.services.grouping import Group
from counter_app.services.handling_results import OpenCase
from counter_app.services.read_models import LogFilter
from tests.unit.services.served import AGENT, FIRM, begun, served
from tests.unit.services.standing import KEY, Standing, code_of

FIRST = {
    "comes_as": "handler",
    "matter": "agreement",
    "batch": "2026-11-甲",
    "pay_day": "2026-12-10",
    "account_last4": "8812",
    "people": "3",
}


@pytest.fixture
def teller(offering: Standing) -> Acting:
    return offering.hire("80231", Role.TELLER)


@pytest.fixture
def reader(offering: Standing, tmp_path: Path) -> Iterator[SqliteReader]:
    made = open_reader(StoreFiles.in_home(tmp_path / "home").database, KEY)
    yield made
    made.close()


def taken(answer: object) -> OpenCase:
    assert isinstance(answer, OpenCase), answer
    return answer


def header_of(here: Standing, teller: Acting) -> OpenCase:
    """The agreement and its batch, done."""
    opened = begun(here, teller, "DFGZ", FIRM, AGENT)
    return taken(served(here, teller, opened, FIRST))


def employee(name: str, card: str) -> dict[str, str]:
    """What is told of one employee; the batch is not told again."""
    return {
        "matter": "employee",
        "has_class_one": "no",
        "employee_name": name,
        "employee_phone": "13812345678",
        "card_last4": card,
    }


def added(here: Standing, teller: Acting, before: OpenCase, name: str, card: str) -> OpenCase:
    """The next person, done."""
    following = taken(grouping.next_person(here.counter, teller, before))
    return taken(served(here, teller, following, employee(name, card)))


def group(reader: SqliteReader, opened: OpenCase) -> Group:
    found = grouping.read_group(reader, opened.case.header, opened.runner.procedure.spec)
    assert found is not None
    return found


def next_day(here: Standing) -> None:
    here.clock.go(days=1, hours=1)
    signing_on.confirm_clock(here.counter, here.admin)


def test_the_next_person_begins_with_what_the_header_said(
    offering: Standing, teller: Acting
) -> None:
    header = header_of(offering, teller)
    following = taken(grouping.next_person(offering.counter, teller, header))
    assert following.case.number != header.case.number
    assert following.case.started is not None
    under = following.case.started.under
    assert under is not None
    assert (under.case, under.number) == (header.case.subject, header.case.number)
    assert following.run.step is StepId.NEED
    carried = {name: following.run.values[name] for name in ("comes_as", "batch", "pay_day")}
    assert carried == {name: FIRST[name] for name in carried}
    assert "matter" not in following.run.values, "what is each person's own is not carried"
    assert following.case.parties == header.case.parties
    assert following.case.visits == header.case.visits


def test_the_handlers_paper_is_looked_at_once_a_visit(offering: Standing, teller: Acting) -> None:
    header = header_of(offering, teller)
    following = taken(grouping.next_person(offering.counter, teller, header))
    assert set(following.run.results) == {"handler_id"}
    done = taken(served(offering, teller, following, employee("王一", "0001")))
    assert done.case.documents["handler_id"].outcome == "seen"
    assert done.case.documents["employee_id"].outcome == "seen"
    visiting.end_visit(offering.counter, teller, header.case.visits[-1], "served")
    later = taken(grouping.next_person(offering.counter, teller, done))
    assert later.run.results == {}
    assert later.case.visits != header.case.visits


def test_each_has_a_number_a_serial_and_papers_of_its_own(
    offering: Standing, teller: Acting, reader: SqliteReader
) -> None:
    header = header_of(offering, teller)
    one = added(offering, teller, header, "王一", "0001")
    two = added(offering, teller, one, "李二", "0002")
    assert len({header.case.number, one.case.number, two.case.number}) == 3
    assert one.case.serial
    assert two.case.header == header.case.subject, "the header stays the first of them"
    assert [one.paper_kind for one in header.case.papers] == ["R"]
    told = group(reader, two)
    assert (told.number, told.expected, told.done, told.open) == (header.case.number, 3, 2, 0)
    assert [one.person for one in told.lines] == ["王一", "李二"]


def test_parked_in_the_middle_it_goes_on_the_next_day(
    offering: Standing, teller: Acting, reader: SqliteReader
) -> None:
    header = header_of(offering, teller)
    one = added(offering, teller, header, "王一", "0001")
    two = taken(grouping.next_person(offering.counter, teller, one))
    parked = taken(parking.park(offering.counter, teller, two))
    told = group(reader, header)
    assert (told.done, told.open) == (1, 1)
    next_day(offering)
    resumed = taken(parking.resume(offering.counter, teller, parked.case.subject))
    done = taken(served(offering, teller, resumed, employee("李二", "0002")))
    assert done.case.need["batch"] == FIRST["batch"]
    three = added(offering, teller, header, "张三", "0003")
    assert three.case.header == header.case.subject
    told = group(reader, three)
    assert (told.done, told.open, told.expected) == (3, 0, 3)


def test_the_log_keeps_the_many_beneath_their_header(
    offering: Standing, teller: Acting, reader: SqliteReader
) -> None:
    header = header_of(offering, teller)
    offering.clock.go(minutes=5)
    plain = begun(offering, teller, "GS")
    offering.clock.go(minutes=5)
    one = added(offering, teller, header, "王一", "0001")
    offering.clock.go(minutes=5)
    two = added(offering, teller, one, "李二", "0002")
    day = offering.counter.today().isoformat()
    lines = reader.day_log(LogFilter(day)).lines
    order = [one.subject for one in lines]
    many = [header.case.subject, one.case.subject, two.case.subject]
    assert order == [plain.case.subject, *many]
    assert [one.header_number for one in lines][-2:] == [header.case.number] * 2
    found = reader.day_log(LogFilter(day, words=header.case.number)).lines
    assert [one.subject for one in found] == many


def test_only_a_done_case_of_such_a_service_is_followed(offering: Standing, teller: Acting) -> None:
    header = begun(offering, teller, "DFGZ", FIRM, AGENT)
    assert code_of(grouping.next_person(offering.counter, teller, header)) == "person_first"
    plain = begun(offering, teller, "GS")
    assert code_of(grouping.next_person(offering.counter, teller, plain)) == "carries_nothing"
