"""What every branch promises of snapshots: the newest whole ones, none that may hold what is erased."""

from collections.abc import Callable, Sequence
from typing import NamedTuple

import pytest

from counter_app.db.branch.snapshots import PostgresSnapshots
from counter_app.journal.chain import ChainHead
from counter_app.journal.entry import Entry
from counter_app.journal.facts import case
from counter_app.journal.facts.upkeep import BodyErased
from counter_app.rehearsal.simulated_branch import SimulatedBranch, SimulatedSnapshots
from counter_app.services.branch_ports import Branch
from counter_app.services.snapshot_ports import Snapshot, SnapshotOnShelf, SnapshotShelf
from tests.fakes.signing import signed
from tests.store.writing import Hand, journal_of, new_store

SIGNATURE = "ab" * 64


class Held(NamedTuple):
    """A branch, and its shelf of snapshots."""

    branch: Branch
    shelf: SnapshotShelf


@pytest.fixture(params=["simulated", "postgres"])
def held(request: pytest.FixtureRequest) -> Held:
    """An empty branch of each kind."""
    if request.param == "simulated":
        branch = SimulatedBranch()
        return Held(branch, SimulatedSnapshots(branch))
    admit: Callable[[], Branch] = request.getfixturevalue("admitted")
    real = admit()
    return Held(real, PostgresSnapshots(real._line))  # type: ignore[attr-defined]


@pytest.fixture(scope="module")
def mine(tmp_path_factory: pytest.TempPathFactory) -> Sequence[Entry]:
    """What terminal 3 wrote: the opening, two notes, and an order to erase one of them."""
    store = new_store(tmp_path_factory.mktemp("snapshots") / "home", 3)
    hand = Hand(store)
    noted = hand.write("case/1", case.CaseNoted(text="x"), case.CaseNoted(text="y")).entries
    order = BodyErased(
        entries=(noted[0].hash,), basis="ordered", order="1", ordered_by="p", right_entry="r"
    )
    hand.write("erasure/1", order)
    found = store.entries_after(store.journal_id, 0, 10)
    store.close()
    return found


def made(entries: Sequence[Entry], sign: str = "a") -> tuple[SnapshotOnShelf, Snapshot]:
    heads = {journal_of(3): ChainHead(entries[-1].seq, entries[-1].hash)}
    snapshot = Snapshot("branch/demo", journal_of(3), "2026-11-23", heads, tuple(entries))
    name, upto = sign * 64, snapshot.upto
    return SnapshotOnShelf(name, 2, snapshot.maker, SIGNATURE, snapshot.day, upto, 0), snapshot


def put(held: Held, entries: Sequence[Entry], sign: str = "a") -> bool:
    shown, snapshot = made(entries, sign)
    return held.shelf.put(shown, [b"one", b"two"], snapshot)


def test_at_an_empty_branch_there_is_none(held: Held) -> None:
    assert list(held.shelf.newest()) == []
    assert held.shelf.part("a" * 64, 1) is None


def test_what_was_brought_is_shown_and_given_part_by_part(held: Held, mine: list[Entry]) -> None:
    held.branch.push(signed(mine[:3]))
    assert put(held, mine[:3])
    (shown,) = held.shelf.newest()
    assert shown == made(mine[:3])[0]
    assert [held.shelf.part(shown.name, one) for one in (1, 2)] == [b"one", b"two"]


def test_the_newest_two_are_shown_the_newest_first(held: Held, mine: list[Entry]) -> None:
    held.branch.push(signed(mine[:3]))
    for sign in "abc":
        assert put(held, mine[:3], sign)
    assert [one.name[0] for one in held.shelf.newest()] == ["c", "b"]


def test_none_stays_or_comes_that_was_made_before_an_erasure(held: Held, mine: list[Entry]) -> None:
    held.branch.push(signed(mine[:3]))
    assert put(held, mine[:3])
    held.branch.push(signed(mine))
    assert list(held.shelf.newest()) == []
    assert held.shelf.part("a" * 64, 1) is None
    assert not put(held, mine[:3], "b")
    assert list(held.shelf.newest()) == []
    assert put(held, mine, "c")
