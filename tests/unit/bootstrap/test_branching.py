"""That the branch was met is kept on the disk, now and then."""

from collections.abc import Callable
from datetime import UTC, datetime, timedelta
from typing import Any

from PySide6.QtCore import QObject

from counter_app.bootstrap.branching import NOTED_EVERY, Branching
from counter_app.services.branch_health import Health, HealthState

MORNING = datetime(2026, 11, 23, 1, 0, tzinfo=UTC)


class Store:
    """Keeps what is noted."""

    def __init__(self) -> None:
        self.noted: list[str] = []

    def submit(self, job: Callable[[Any], object]) -> None:
        job(self)

    def note_met(self, at: str) -> None:
        self.noted.append(at)


def met(state: HealthState, confirmed: datetime | None) -> Health:
    return Health(state, MORNING, confirmed)


def test_it_is_kept_at_once_and_then_now_and_then(qapp: object) -> None:
    store, parent = Store(), QObject()
    made = Branching(None, None, store, parent)  # type: ignore[arg-type]
    made.hear(met("begun", None), False)
    assert store.noted == []
    for at in (MORNING, MORNING + timedelta(seconds=4)):
        made.hear(met("well", at), False)
    assert store.noted == ["2026-11-23T01:00:00.000Z"]
    made.hear(met("unreachable", MORNING + timedelta(seconds=4)), False)
    made.hear(met("well", MORNING + NOTED_EVERY), False)
    assert store.noted[1:] == ["2026-11-23T01:10:00.000Z"]
