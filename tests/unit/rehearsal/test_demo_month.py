"""The month behind the demo: the same day gives the same month, and every visit is a real one."""

import datetime as dt
from pathlib import Path

from counter_app.bootstrap.demo import DEMO_COST, PlayedClock
from counter_app.bootstrap.ground import FirstStart, SetUp, set_up
from counter_app.bootstrap.settings import Settings
from counter_app.bootstrap.shipped import shipped_content
from counter_app.config import Home
from counter_app.db.queries import open_reader
from counter_app.db.store_files import StoreFiles
from counter_app.rehearsal.demo_branch import ADMINISTRATOR, BRANCH, PASSWORD
from counter_app.rehearsal.demo_month import business_days, play_month
from counter_app.rehearsal.demo_morning import hire
from counter_app.services.accounts import account_view
from counter_app.services.counter import acting_as
from counter_app.services.read_models import LogFilter

UNTIL = dt.date(2026, 11, 24)


def test_days_of_work_behind_us(tmp_path: Path) -> None:
    clock = PlayedClock(dt.datetime(2026, 11, 1, 2, 0, tzinfo=dt.UTC))
    told = FirstStart(
        BRANCH, ADMINISTRATOR.number, ADMINISTRATOR.name, "管理员", PASSWORD, Settings("03")
    )
    made = set_up(Home(tmp_path), told, shipped_content(), DEMO_COST, clock)
    assert isinstance(made, SetUp)
    counter = made.ground.counter
    hire(counter, acting_as(account_view(counter, ADMINISTRATOR.number), "3"), "v")
    days = business_days(counter, UNTIL, 3)
    assert days == [dt.date(2026, 11, 19), dt.date(2026, 11, 20), dt.date(2026, 11, 23)]
    month = play_month(counter, clock, UNTIL, days=2, visits=6)
    assert (month.days, month.visits) == (2, 12)
    reader = open_reader(StoreFiles.in_home(tmp_path).database, made.ground.key.value)
    logged = [reader.day_log(LogFilter(day.isoformat())).total for day in days]
    reader.close()
    made.ground.store.close()
    assert logged[0] == 0
    assert sum(logged) == month.cases > 6
