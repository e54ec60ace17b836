"""This PC's settings: kept, read as shipped where they cannot be read, and the lock within bounds."""

import datetime as dt
from dataclasses import replace
from pathlib import Path

import pytest

from counter_app.bootstrap.settings import Settings, read_settings, write_settings
from counter_app.config import Home


def test_what_was_kept_is_read(tmp_path: Path) -> None:
    kept = replace(Settings(), window="7", lock_seconds=240, lock_held_minutes=10, strip="bottom")
    write_settings(Home(tmp_path), kept)
    assert read_settings(Home(tmp_path)) == kept


@pytest.mark.parametrize("text", ["", "[]", '{"lock_seconds": "soon", "scale": null}', "{"])
def test_what_cannot_be_read_is_as_shipped(tmp_path: Path, text: str) -> None:
    Home(tmp_path).settings.write_text(text, encoding="utf-8")
    assert read_settings(Home(tmp_path)) == Settings()


@pytest.mark.parametrize(
    ("told", "seconds", "minutes"),
    [((180, 15), 180, 15), ((5, 1), 60, 1), ((86400, 600), 600, 15), ((60, -3), 60, 0)],
)
def test_the_lock_stays_within_its_bounds(
    told: tuple[int, int], seconds: int, minutes: int
) -> None:
    lock = Settings(lock_seconds=told[0], lock_held_minutes=told[1]).lock
    assert lock.idle == dt.timedelta(seconds=seconds)
    assert lock.held == dt.timedelta(minutes=minutes)


@pytest.mark.parametrize(("told", "hours"), [(72, 72), (0, 1), (10_000, 168)])
def test_the_hours_without_the_branch_stay_within_their_bounds(told: int, hours: int) -> None:
    assert Settings(honoured_hours=told).honoured == dt.timedelta(hours=hours)
