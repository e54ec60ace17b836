"""The status line tells how it stands with the branch, in words."""

from datetime import timedelta

import pytest

from counter_app.services.branch_health import Health, HealthState
from counter_app.ui.window.means import WindowMeans
from counter_app.ui.window.session import Session
from tests.ui.desk.fakes import Counterside, words


def told(branch: Counterside, session: Session, health: Health) -> str:
    session.status.branch(health)
    return words(branch.frame.status)


def health(means: WindowMeans, state: HealthState, withheld: int = 0) -> Health:
    now = means.now()
    return Health(state, now, now - timedelta(minutes=2), 3, withheld=withheld)


@pytest.mark.parametrize(
    ("state", "sentence"),
    [
        ("well", "2 分钟前与网点对齐，3 条待传"),
        ("unreachable", "网点连不上，照常办理"),
        ("forked", "本机像是复制或恢复过，照常办理，请告诉管理员"),
        ("ended", "与网点的往来停了，请重启本程序"),
    ],
)
def test_each_state_is_one_sentence(
    branch: Counterside, session: Session, means: WindowMeans, state: HealthState, sentence: str
) -> None:
    assert sentence in told(branch, session, health(means, state))


@pytest.mark.parametrize("state", ["well", "unreachable"])
def test_what_the_server_cannot_hold_is_told_until_it_is_mended(
    branch: Counterside, session: Session, means: WindowMeans, state: HealthState
) -> None:
    shown = told(branch, session, health(means, state, withheld=2))
    assert "2 条网点存不下内容，请告诉管理员" in shown
    assert "存不下" not in told(branch, session, health(means, state))


def test_a_pc_that_stands_alone_says_nothing_of_a_branch(
    branch: Counterside, session: Session
) -> None:
    session.status.show()
    assert "网点" not in words(branch.frame.status)
