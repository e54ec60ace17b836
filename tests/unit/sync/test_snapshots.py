"""Whose snapshot is believed, and when another one is due."""

from collections.abc import Iterator
from dataclasses import replace
from pathlib import Path

import pytest

from counter_app.db.store import SqliteStore
from counter_app.journal.facts import case
from counter_app.rehearsal.simulated_branch import (
    KeptSnapshot,
    SimulatedBranch,
    SimulatedSnapshots,
)
from counter_app.services.snapshot_ports import SnapshotOnShelf
from counter_app.sync import snapshots
from counter_app.sync.exchange import Exchange
from counter_app.sync.snapshots import SnapshotMeans, Snapshots
from counter_app.sync.tail import TailOf
from tests.fakes.signing import (
    PlainSigner,
    exchange,
    is_plainly_signed,
    is_plainly_signed_snapshot,
)
from tests.store.writing import Hand, new_store

TODAY = "2026-11-23"


class Pc:
    """A PC with its way to a simulated branch."""

    def __init__(self, home: Path, number: int, branch: SimulatedBranch) -> None:
        self.store: SqliteStore = new_store(home, number)
        self.branch, self.hand = branch, Hand(self.store)
        self.today, self.worth, self.branch_id = TODAY, 5, "branch/demo"

    @property
    def snapshots(self) -> Snapshots:
        means = SnapshotMeans(
            SimulatedSnapshots(self.branch),
            PlainSigner(),
            is_plainly_signed_snapshot,
            lambda: self.today,
            self.worth,
        )
        return Snapshots(self.store, self.branch, self.branch_id, means)

    def write(self, times: int) -> None:
        for _time in range(times):
            self.hand.write("case/1", case.CaseNoted(text="x"))
            exchange(self.store, self.branch)

    def take(self) -> bool:
        tail = TailOf(self.store, 0.0)
        pins = Exchange(self.store, self.branch, PlainSigner(), is_plainly_signed, tail)
        return self.snapshots.take(pins)


@pytest.fixture
def branch() -> SimulatedBranch:
    return SimulatedBranch()


@pytest.fixture
def there(tmp_path: Path, branch: SimulatedBranch) -> Iterator[Pc]:
    """A PC that has written a little."""
    made = Pc(tmp_path / "there", 4, branch)
    made.write(8)
    yield made
    made.store.close()


@pytest.fixture
def new(tmp_path: Path, branch: SimulatedBranch) -> Iterator[Pc]:
    """A PC that has nothing yet."""
    made = Pc(tmp_path / "new", 3, branch)
    yield made
    made.store.close()


def change(branch: SimulatedBranch, **told: object) -> None:
    """The snapshot at the branch is listed otherwise."""
    ((name, kept),) = branch.shelf.snapshots.items()
    shown: SnapshotOnShelf = replace(kept.shown, **told)  # type: ignore[arg-type]
    branch.shelf.snapshots[name] = kept._replace(shown=shown)


def test_a_new_pc_works_from_it(there: Pc, new: Pc) -> None:
    assert there.snapshots.make_due()
    assert new.take()
    assert new.store.view("case/1") == there.store.view("case/1")
    assert not new.take(), "once is enough"


def test_of_a_small_branch_none_is_made_and_none_taken(there: Pc, new: Pc) -> None:
    there.worth = 100
    assert not there.snapshots.make_due()
    there.worth = 5
    assert there.snapshots.make_due()
    new.worth = 100
    assert not new.take()


def test_another_is_due_when_the_last_is_old_and_something_came(
    there: Pc, branch: SimulatedBranch, monkeypatch: pytest.MonkeyPatch
) -> None:
    assert there.snapshots.make_due()
    assert not there.snapshots.make_due()
    there.today = "2026-11-24"
    assert not there.snapshots.make_due(), "nothing came since"
    there.today = TODAY
    there.write(1)
    assert not there.snapshots.make_due(), "it is of today, and hardly anything came since"
    change(branch, age_s=snapshots.OLD_S)
    assert there.snapshots.make_due()
    there.write(1)
    there.today = "2026-11-24"
    assert there.snapshots.make_due()
    monkeypatch.setattr(snapshots, "GROWN", 3)
    there.write(2)
    assert not there.snapshots.make_due()
    there.write(1)
    assert there.snapshots.make_due()


def test_who_lacks_something_makes_none(there: Pc, new: Pc) -> None:
    assert not new.snapshots.make_due(), "the branch does not know it"
    exchange(new.store, new.branch)
    there.write(1)
    assert not new.snapshots.make_due()
    exchange(new.store, new.branch)
    assert new.snapshots.make_due()


def test_who_works_ahead_makes_none(there: Pc, new: Pc) -> None:
    there.snapshots.make_due()
    new.take()
    assert not new.snapshots.make_due()


def test_it_is_looked_at_now_and_then_only(there: Pc) -> None:
    asked = there.snapshots
    assert not asked.offer(), "at a moment of its own"
    asked._look_at = 0.0
    assert asked.offer()
    assert not asked.offer()


def test_a_signature_of_somebody_else_is_not_believed(
    there: Pc, new: Pc, branch: SimulatedBranch
) -> None:
    there.snapshots.make_due()
    change(branch, signature="ab" * 64)
    assert not new.take()
    assert new.store.arriving().is_whole


def test_a_maker_that_the_branch_does_not_know_is_not_believed(
    there: Pc, new: Pc, branch: SimulatedBranch
) -> None:
    there.snapshots.make_due()
    change(branch, maker="01979f3e-0000-7000-8000-000000000099")
    assert not new.take()


def test_other_bytes_than_were_signed_are_not_believed(
    there: Pc, new: Pc, branch: SimulatedBranch
) -> None:
    there.snapshots.make_due()
    ((name, kept),) = branch.shelf.snapshots.items()
    branch.shelf.snapshots[name] = KeptSnapshot(kept.shown, (kept.parts[0] + b"x",))
    assert not new.take()


def test_another_branchs_snapshot_is_not_believed(there: Pc, new: Pc) -> None:
    there.branch_id = "branch/other"
    assert there.snapshots.make_due()
    assert not new.take()


def test_beyond_what_the_branch_holds_nothing_is_believed(
    there: Pc, new: Pc, branch: SimulatedBranch
) -> None:
    """No chain there would ever say whether it is true."""
    before = branch.shelf.copy()
    there.write(2)
    assert there.snapshots.make_due()
    branch.shelf.journals = before.journals
    assert not new.take()


def test_an_older_one_serves_where_the_newest_is_not_believed(
    there: Pc, new: Pc, branch: SimulatedBranch
) -> None:
    there.snapshots.make_due()
    ((_name, kept),) = branch.shelf.snapshots.items()
    spoilt = replace(kept.shown, name="0" * 64)
    branch.shelf.snapshots[spoilt.name] = KeptSnapshot(spoilt, kept.parts)
    assert new.take()


def test_who_found_a_lie_takes_no_other(there: Pc, new: Pc) -> None:
    there.snapshots.make_due()
    new.store.set_local_value("ahead_lied", "j4 j5:17 0")
    assert new.store.arriving().lied == "j4 j5:17"
    assert not new.take()
