"""The month behind the demo: the same day gives the same month, and every visit is a real one."""

import datetime as dt
import random
from collections import Counter as Count
from collections.abc import Iterator
from dataclasses import dataclass
from functools import cache
from pathlib import Path
from typing import get_args

import pytest

from counter_app.bootstrap.demo import DEMO_COST, PlayedClock
from counter_app.bootstrap.ground import FirstStart, SetUp, set_up
from counter_app.bootstrap.settings import Settings
from counter_app.bootstrap.shipped import shipped_content
from counter_app.config import Home
from counter_app.db.queries import open_reader
from counter_app.db.store_files import StoreFiles
from counter_app.forms.loading import Loaded
from counter_app.rehearsal.demo_branch import ADMINISTRATOR, BRANCH, PASSWORD
from counter_app.rehearsal.demo_month import (
    DAYS,
    VISITS,
    business_days,
    confirm_morning,
    play_month,
)
from counter_app.rehearsal.demo_morning import hire
from counter_app.rehearsal.month_traffic import TRAFFIC, Fate, Traffic, traffic_of
from counter_app.rehearsal.month_visits import MonthVisits
from counter_app.services.accounts import account_view
from counter_app.services.counter import Counter, acting_as
from counter_app.services.read_models import CaseLine, LogFilter
from counter_app.services.sight import sight_of

UNTIL = dt.date(2026, 11, 24)
OPENS = dt.datetime(2026, 11, 3, 1, 0, tzinfo=dt.UTC)


@dataclass
class Played:
    """A branch of its own, whose clock the test sets."""

    made: SetUp
    folder: Path
    clock: PlayedClock

    @property
    def counter(self) -> Counter:
        return self.made.ground.counter

    def logged(self, day: dt.date) -> tuple[CaseLine, ...]:
        """What the supervisor's log shows of a day."""
        sight = sight_of(acting_as(account_view(self.counter, "80201"), "3"))
        database = StoreFiles.in_home(self.folder).database
        reader = open_reader(database, self.made.ground.key.value)
        lines = reader.day_log(LogFilter(day.isoformat(), limit=500, sight=sight)).lines
        reader.close()
        return tuple(lines)


@cache
def content() -> Loaded:
    """What the program ships, read once: reading it takes longer than a day of visits."""
    return shipped_content()


def founded(folder: Path) -> Played:
    clock = PlayedClock(OPENS)
    told = FirstStart(
        BRANCH, ADMINISTRATOR.number, ADMINISTRATOR.name, "管理员", PASSWORD, Settings("03")
    )
    made = set_up(Home(folder), told, content(), DEMO_COST, clock)
    assert isinstance(made, SetUp)
    counter = made.ground.counter
    hire(counter, acting_as(account_view(counter, ADMINISTRATOR.number), "3"), "v")
    return Played(made, folder, clock)


@pytest.fixture
def branch(tmp_path: Path) -> Iterator[Played]:
    played = founded(tmp_path)
    yield played
    played.made.ground.store.close()


def test_days_of_work_behind_us(branch: Played) -> None:
    days = business_days(branch.counter, UNTIL, 3)
    assert days == [dt.date(2026, 11, 19), dt.date(2026, 11, 20), dt.date(2026, 11, 23)]
    month = play_month(branch.counter, branch.clock, UNTIL, days=2, visits=6)
    assert (month.days, month.visits) == (2, 12)
    logged = [branch.logged(day) for day in days]
    assert logged[0] == ()
    assert sum(map(len, logged)) == month.cases > 6


def test_the_same_day_gives_the_same_month(tmp_path: Path) -> None:
    told = []
    for name in ("one", "two"):
        (tmp_path / name).mkdir()
        played = founded(tmp_path / name)
        play_month(played.counter, played.clock, UNTIL, days=1, visits=8)
        lines = played.logged(dt.date(2026, 11, 23))
        told.append([(one.number, one.service, one.state, one.window) for one in lines])
        played.made.ground.store.close()
    assert told[0] == told[1]
    assert len(told[0]) >= 6


def test_everything_that_the_branch_offers_is_asked_for_once_at_least(branch: Played) -> None:
    """And each comes to its end, whoever comes for it."""
    offered = branch.counter.shelf.in_force(branch.counter.today()).procedure_hashes
    assert {one.service for one in TRAFFIC} == set(offered)
    play = MonthVisits(branch.counter, branch.clock, random.Random(1))
    for one in TRAFFIC:
        play.visit(one, "served")
    lines = branch.logged(branch.counter.today())
    assert Count(one.service for one in lines) == Count(one.service for one in TRAFFIC)
    assert {one.state for one in lines} == {"completed"}
    month = [one for one in traffic_of(random.Random(1), DAYS * VISITS) if one is not None]
    assert {one.service for one in month} == set(offered)


def test_cash_is_asked_for_most() -> None:
    visits = traffic_of(random.Random(2), DAYS * VISITS)
    assert len(visits) == DAYS * VISITS
    by_service = Count(one.service for one in visits if one is not None)
    (first, cash), (second, more) = by_service.most_common(2)
    assert {first, second} == {"XJQK", "XJCK"}
    assert 0.35 < (cash + more) / len(visits) < 0.5
    assert by_service["DGJBH"] < 10


def of(service: str) -> Traffic:
    return next(one for one in TRAFFIC if one.service == service)


@pytest.mark.parametrize(
    ("fate", "state"),
    [
        ("served", "completed"),
        ("parked", "completed"),
        ("noticed", "parked"),
        ("cancelled", "cancelled"),
        ("serial_late", "completed"),
    ],
)
def test_what_becomes_of_a_case_stands_in_the_log(branch: Played, fate: Fate, state: str) -> None:
    play = MonthVisits(branch.counter, branch.clock, random.Random(1))
    play.visit(of("GRKH"), fate)
    (line,) = branch.logged(branch.counter.today())
    assert (line.service, line.state) == ("GRKH", state)


def test_who_was_given_a_notice_comes_back_for_it(branch: Played) -> None:
    play = MonthVisits(branch.counter, branch.clock, random.Random(1))
    for _one in range(6):
        play.visit(of("GRKH"), "noticed")
    day = branch.counter.today()
    play.come_back()
    assert {one.state for one in branch.logged(day)} == {"parked"}
    branch.clock.set(OPENS + dt.timedelta(days=7))
    confirm_morning(branch.counter)
    play.come_back()
    assert "completed" in {one.state for one in branch.logged(day)}
    assert play.promised == []


def test_a_large_sum_to_a_stranger_is_left_for_another_day(branch: Played) -> None:
    play = MonthVisits(branch.counter, branch.clock, random.Random(1))
    asked = next(one for one in TRAFFIC if "dissuaded" in one.fates)
    play.visit(asked, "dissuaded")
    (line,) = branch.logged(branch.counter.today())
    assert line.state == "cancelled"


def test_an_emergency_form_is_entered_as_one(branch: Played) -> None:
    play = MonthVisits(branch.counter, branch.clock, random.Random(1))
    play.enter_late(of("XJQK"))
    (line,) = branch.logged(branch.counter.today())
    assert line.state == "completed"
    assert line.on_paper.startswith("E02-XJQK-")


def test_every_fate_is_some_visits() -> None:
    assert {name for one in TRAFFIC for name in one.fates} == set(get_args(Fate))
