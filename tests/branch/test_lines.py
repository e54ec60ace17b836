"""A line to the branch that falls silent: the caller is told, and the next call makes another line."""

import threading
from collections.abc import Iterator

import pytest

from counter_app.db.branch.connecting import BranchAddress, BranchLine
from counter_app.db.branch.shelf import PostgresBranch
from counter_app.db.branch.upkeep import BranchUpkeep
from counter_app.rehearsal.drills.branch.proxy import Proxy
from counter_app.rehearsal.local_postgres import LocalPostgres
from counter_app.services.branch_ports import BranchUnreachable
from tests.branch.conftest import PASSWORD


@pytest.fixture
def proxy(cluster: LocalPostgres) -> Iterator[Proxy]:
    made = Proxy(cluster.port)
    yield made
    made.close()


@pytest.fixture
def branch(cluster: LocalPostgres, database: str, proxy: Proxy) -> Iterator[PostgresBranch]:
    role = BranchUpkeep(cluster.url(database)).admit(3, ("all",), PASSWORD)
    url = f"postgresql://{role}@127.0.0.1:{proxy.port}/{database}"
    made = PostgresBranch(BranchLine(BranchAddress(url), 0.3))
    yield made
    made.close()


def test_a_line_that_swallows_everything_is_given_up(branch: PostgresBranch, proxy: Proxy) -> None:
    assert dict(branch.heads()) == {}
    proxy.weather.swallows = True
    with pytest.raises(BranchUnreachable):
        branch.heads()
    proxy.weather.swallows = False
    assert dict(branch.heads()) == {}


def test_one_that_swallows_from_the_first_word_on_is_given_up_too(
    branch: PostgresBranch, proxy: Proxy, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr("counter_app.db.branch.connecting.CONNECT_S", 2)
    proxy.weather.swallows = True
    with pytest.raises(BranchUnreachable):
        branch.heads()
    proxy.weather.swallows = False
    assert dict(branch.heads()) == {}


def test_nobody_else_has_to_watch_a_call(
    branch: PostgresBranch, monkeypatch: pytest.MonkeyPatch
) -> None:
    branch.heads()
    monkeypatch.setattr(threading.Thread, "start", lambda _self: pytest.fail("a thread for a call"))
    branch.heads()
