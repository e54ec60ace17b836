"""How long sign-ons are honoured without the branch."""

from datetime import UTC, datetime, timedelta

import pytest

from counter_app.domain.honouring import HONOURED, is_honoured

NOW = datetime(2026, 11, 23, 8, 30, tzinfo=UTC)


@pytest.mark.parametrize(
    ("away", "honoured"),
    [
        (timedelta(0), True),
        (HONOURED, True),
        (HONOURED + timedelta(seconds=1), False),
        (-timedelta(hours=1), True),
    ],
)
def test_the_last_hour_counts_in(away: timedelta, honoured: bool) -> None:
    assert is_honoured(NOW - away, NOW, HONOURED) is honoured


def test_who_never_met_a_branch_stands_alone() -> None:
    assert is_honoured(None, NOW, timedelta(hours=1))
