"""A PC whose history is still on its way says so, in the status line and beside what is found."""

from dataclasses import replace
from datetime import UTC, datetime

import pytest

from counter_app.services.branch_health import Health
from counter_app.services.read_models import Found
from counter_app.services.snapshot_ports import Arriving
from counter_app.ui.customers.finding import found_note
from counter_app.ui.window.means import WindowMeans
from counter_app.ui.window.rooms import made_ground
from counter_app.ui.window.session import Session
from tests.ui.desk.fakes import Counterside, words

NOW = datetime(2026, 11, 23, 2, 0, tzinfo=UTC)
NOTHING = "没有找到。可打受理编号、姓名、拼音首字母或号码后四位"
PARTLY = "客户都到了；往日的业务还在传，只查了已到本机的"
SOON = "客户资料还在传，没查到的不等于没有，请稍后再查"


def health(arriving: Arriving, **told: object) -> Health:
    return replace(Health("well", NOW, NOW), arriving=arriving, **told)  # type: ignore[arg-type]


def line(branch: Counterside, session: Session, told: Health) -> str:
    session.status.branch(told)
    return words(branch.frame.status)


def test_how_much_is_here_stands_in_the_status_line(branch: Counterside, session: Session) -> None:
    said = line(branch, session, health(Arriving(12_340, 20_100), waiting=2))
    assert "往日记录还在传：12,340 / 20,100，2 条待传" in said
    assert "网点已收齐" not in said
    assert "往日记录" not in line(branch, session, health(Arriving(20_100, 20_100)))


def test_it_stands_beside_what_is_wrong(branch: Counterside, session: Session) -> None:
    told = replace(health(Arriving(1, 20)), state="unreachable")
    said = line(branch, session, told)
    assert "网点连不上" in said
    assert "往日记录还在传：1 / 20" in said


def test_a_snapshot_that_lied_is_told_once_it_is_found_out(
    branch: Counterside, session: Session
) -> None:
    assert "快照" not in line(branch, session, health(Arriving(1, 20)))
    said = line(branch, session, health(Arriving(20, 20, lied="j4 j5:17")))
    assert "快照与账本不符，已弃用，请告诉管理员" in said


def test_a_lie_of_long_ago_does_not_stand_there_for_ever(
    branch: Counterside, session: Session
) -> None:
    assert "快照" not in line(branch, session, health(Arriving(20, 20, lied="j4 j5:17")))


def test_customers_come_first_and_the_status_line_says_so(
    branch: Counterside, session: Session
) -> None:
    said = line(branch, session, health(Arriving(12, 20_100, customers=1_234)))
    assert "先传客户，已到 1,234 位；往日记录 12 / 20,100" in said


@pytest.mark.parametrize(
    ("arriving", "note"),
    [
        (Arriving(2, 2), NOTHING),
        (Arriving(1, 2), f"{PARTLY}；{NOTHING}"),
        (Arriving(1, 2, customers=1_234), f"{SOON}；{NOTHING}"),
    ],
)
def test_a_search_says_what_is_not_here_yet(arriving: Arriving, note: str) -> None:
    assert found_note(Found((), ()), arriving) == note


def test_the_pages_know_it_from_the_health(branch: Counterside, means: WindowMeans) -> None:
    acting = branch.standing.acting("80231")
    for arriving in (Arriving(1, 2), Arriving(2, 2)):
        told = health(arriving)
        ground = made_ground(replace(means, health=lambda told=told: told), acting)  # type: ignore[misc]
        assert ground.arriving() == arriving
    assert made_ground(means, acting).arriving().is_whole
