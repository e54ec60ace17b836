"""A case that was put down: its customer leaves, or waits, and comes back; no visit lasts for ever."""

import datetime as dt
from collections.abc import Iterator
from pathlib import Path

import pytest

from counter_app.db.queries import SqliteReader, open_reader
from counter_app.db.store import StoreFiles
from counter_app.domain.roles import Role
from counter_app.journal.facts.presence import VisitEnded, VisitStarted
from counter_app.journal.folds.day import WindowDayView
from counter_app.journal.folds.presence import VisitView
from counter_app.services import day_closing, handling, parking, returning, visiting
from counter_app.services.counter import Acting, instant_text
from counter_app.services.handling_results import OpenCase
from counter_app.services.read_models import Sight
from counter_app.services.work_times import times_of
from tests.unit.services.served import SELF, begun
from tests.unit.services.standing import KEY, Standing, new_standing, offer

TELLER = "80231"


@pytest.fixture
def branch(tmp_path: Path) -> Iterator[Standing]:
    """Two tellers under the shipped procedures, at three in the afternoon."""
    made = new_standing(tmp_path / "home")
    offer(made)
    for number in (TELLER, "80232"):
        made.hire(number, Role.TELLER)
    made.clock.go(hours=6)
    yield made
    made.store.close()


@pytest.fixture
def reader(branch: Standing, tmp_path: Path) -> Iterator[SqliteReader]:
    made = open_reader(StoreFiles.in_home(tmp_path / "home").database, KEY)
    yield made
    made.close()


def teller(here: Standing) -> Acting:
    return here.acting(TELLER)


def waiting(here: Standing) -> OpenCase:
    """A lost card put down after ten minutes: the customer fetches a paper."""
    opened = begun(here, teller(here), "GS", SELF)
    here.clock.go(minutes=10)
    parked = parking.park(here.counter, teller(here), opened, "等取证")
    assert isinstance(parked, OpenCase), parked
    return parked


def visit(here: Standing, subject: str) -> VisitView:
    return visiting.visit_view(here.counter, subject)


def resumed(here: Standing, parked: OpenCase, place: str = "") -> OpenCase:
    now = handling.open_case(here.counter, teller(here), parked.case.subject)
    assert isinstance(now, OpenCase)
    answer = returning.resume(here.counter, teller(here), now, place)
    assert isinstance(answer, OpenCase), answer
    return answer


def test_on_the_same_day_it_goes_on_in_the_visit_that_lasts(branch: Standing) -> None:
    parked = waiting(branch)
    branch.clock.go(minutes=20)
    again = resumed(branch, parked)
    assert again.case.visits == parked.case.visits
    assert visit(branch, parked.case.visits[0]).ended is None
    assert again.case.put_down_at is None


def test_on_another_day_the_visit_ended_when_the_case_was_put_down(branch: Standing) -> None:
    parked = waiting(branch)
    put_down = parked.case.put_down_at
    branch.clock.go(days=1)
    again = resumed(branch, parked)
    first, second = again.case.visits
    assert visit(branch, first).ended == put_down
    assert visit(branch, first).outcome == "comes_back"
    assert visit(branch, first).faults == ()
    assert visit(branch, second).ended is None
    assert visit(branch, second).business_date == "2026-11-24"


def test_who_came_back_under_another_visit_has_left_the_first(branch: Standing) -> None:
    parked = waiting(branch)
    branch.clock.go(minutes=40)
    started = visiting.start_visit(branch.counter, teller(branch))
    assert isinstance(started, VisitView)
    again = resumed(branch, parked, started.subject)
    assert again.case.visits == (parked.case.visits[0], started.subject)
    assert visit(branch, parked.case.visits[0]).ended == parked.case.put_down_at
    assert visit(branch, started.subject).ended is None


def test_a_visit_that_was_ended_is_not_ended_again(branch: Standing) -> None:
    parked = waiting(branch)
    visiting.end_visit(branch.counter, teller(branch), parked.case.visits[0], "comes_back")
    ended = visit(branch, parked.case.visits[0]).ended
    branch.clock.go(days=1)
    again = resumed(branch, parked)
    assert visit(branch, again.case.visits[0]).ended == ended
    assert branch.kinds(again.case.visits[0]).count("visit_ended") == 1


def test_one_key_puts_it_down_and_says_that_the_customer_goes(branch: Standing) -> None:
    opened = begun(branch, teller(branch), "GS", SELF)
    branch.clock.go(minutes=10)
    gone = returning.park_and_leave(branch.counter, teller(branch), opened)
    assert isinstance(gone, OpenCase)
    assert gone.case.state == "parked"
    ended = visit(branch, gone.case.visits[0])
    assert (ended.ended, ended.outcome) == (instant_text(branch.clock.now()), "comes_back")


def close(here: Standing, reader: SqliteReader) -> None:
    own = day_closing.read_own_day(reader, teller(here), "03", here.counter.today())
    closed = day_closing.close_window(here.counter, teller(here), own, "客户明早再来")
    assert isinstance(closed, WindowDayView), closed


def test_with_the_window_s_day_the_visits_that_only_wait_end(
    branch: Standing, reader: SqliteReader
) -> None:
    parked, other = waiting(branch), begun(branch, teller(branch), "GS", SELF)
    branch.clock.go(hours=2)
    close(branch, reader)
    assert visit(branch, parked.case.visits[0]).ended == parked.case.put_down_at
    assert visit(branch, other.case.visits[0]).ended is None, "somebody is being served"
    day = dt.date(2026, 11, 23).isoformat()
    (times,) = times_of(reader.beside_cases(day, Sight(TELLER)))
    assert times.whole == dt.timedelta(minutes=10), "waiting at home is nobody's serving time"


def test_what_an_earlier_day_left_open_ends_with_this_one(
    branch: Standing, reader: SqliteReader
) -> None:
    parked = waiting(branch)
    branch.clock.go(days=1)
    close(branch, reader)
    assert visit(branch, parked.case.visits[0]).ended == parked.case.put_down_at


def test_two_cases_of_a_visit_keep_it_while_one_goes_on(
    branch: Standing, reader: SqliteReader
) -> None:
    parked = waiting(branch)
    place = parked.case.visits[0]
    second = handling.start_case(branch.counter, teller(branch), place, "GS", [SELF])
    assert isinstance(second, OpenCase), second
    close(branch, reader)
    assert visit(branch, place).ended is None
    parking.park(branch.counter, teller(branch), second)
    own = day_closing.read_own_day(reader, teller(branch), "03", branch.counter.today())
    assert [one.visit for one in own.left] == [place]


@pytest.mark.parametrize(
    ("left_at", "ended", "faults"),
    [
        (None, "2026-11-23T07:00:00.000Z", []),
        ("2026-11-23T06:30:00.000Z", "2026-11-23T06:30:00.000Z", []),
        ("2026-11-23T08:00:00.000Z", "2026-11-23T07:00:00.000Z", ["left_in_the_future"]),
    ],
)
def test_the_fold_believes_no_leaving_after_it_was_told(
    branch: Standing, left_at: str | None, ended: str, faults: list[str]
) -> None:
    come = VisitStarted(terminal="03", window="3", staff=TELLER)
    gone = VisitEnded(outcome="comes_back", left_at=left_at)
    branch.write(f"staff/{TELLER}", ("visit/x", come))
    branch.write(f"staff/{TELLER}", ("visit/x", gone))
    view = visit(branch, "visit/x")
    assert (view.ended, [one.code for one in view.faults]) == (ended, faults)
