"""Snapshots at the real branch: whose they may be, how big, and a PC that works from one at once."""

from collections.abc import Callable, Iterator
from pathlib import Path

import psycopg
import pytest

from counter_app.db.branch.connecting import BranchAddress, BranchLine
from counter_app.db.branch.shelf import PostgresBranch
from counter_app.db.branch.snapshots import PUT, PostgresSnapshots
from counter_app.db.branch.upkeep import BranchUpkeep
from counter_app.journal.facts import case
from counter_app.rehearsal.local_postgres import LocalPostgres
from counter_app.services.branch_ports import BranchRefused
from counter_app.sync.meeting import Identity, Meeting
from counter_app.sync.snapshots import SnapshotMeans, Snapshots
from tests.branch.conftest import PASSWORD
from tests.branch.terminals import BRANCH, RunningTerminal, now
from tests.fakes.signing import PlainSigner, is_plainly_signed, is_plainly_signed_snapshot
from tests.store.writing import Hand, journal_of, new_store, started

Admit = Callable[..., PostgresBranch]
CASES = 40


def means(branch: PostgresBranch) -> SnapshotMeans:
    """As a PC of the tests has them; a few entries are worth a snapshot here."""
    shelf = PostgresSnapshots(branch._line)
    return SnapshotMeans(
        shelf, PlainSigner(), is_plainly_signed_snapshot, lambda: "2026-11-23", worth=10
    )


@pytest.fixture
def branch(admitted: Admit, tmp_path: Path) -> Iterator[PostgresBranch]:
    """A branch with a morning of terminal 3 in it, and a snapshot; as terminal 3 sees it."""
    shelf = admitted(3)
    store = new_store(tmp_path / "three", 3)
    hand = Hand(store)
    identity = Identity(BRANCH, "test", PlainSigner(), is_plainly_signed, snapshots=means(shelf))
    Meeting(store, shelf, identity, now).hold()
    for number in range(CASES):
        hand.write(f"case/{number}", started(f"03A-{number:04d}"), case.CaseNoted(text="x"))
    Meeting(store, shelf, identity, now).hold()
    assert Snapshots(store, shelf, BRANCH, means(shelf)).make_due()
    assert not Snapshots(store, shelf, BRANCH, means(shelf)).make_due(), "it is new"
    yield shelf
    store.close()


def test_a_new_pc_works_after_one_meeting_and_has_everything_a_little_later(
    branch: PostgresBranch, admitted: Admit, tmp_path: Path
) -> None:
    there = admitted(4)
    store = new_store(tmp_path / "four", 4)
    identity = Identity(BRANCH, "test", PlainSigner(), is_plainly_signed, snapshots=means(there))
    met = Meeting(store, there, identity, now, slice_s=0.0).hold()
    assert met.exchanged.unfinished
    assert not met.arriving.is_whole
    assert store.view(f"case/{CASES - 1}").entries == 2
    Hand(store).write("case/1", case.CaseNoted(text="mine"))
    later = Meeting(store, there, identity, now)
    assert later.hold().exchanged.unfinished, "customers come before history"
    met = later.hold()
    assert (met.exchanged.unfinished, met.arriving.is_whole, met.waiting) == (False, True, 0)
    assert store.view("case/1").entries == 3
    assert store.heads()[journal_of(3)] == branch.head(journal_of(3))
    store.close()


def test_the_running_pc_tells_how_much_is_here_until_all_of_it_is(
    branch: PostgresBranch, admitted: Admit, tmp_path: Path
) -> None:
    del branch
    there = admitted(4)
    terminal = RunningTerminal(tmp_path / "four", 4, there, means(there), slice_s=0.0)
    try:
        terminal.told.wait_for(lambda told: told.state() == "well" and len(told.healths) > 2)
        assert terminal.worker.ask(lambda: "answered").result(10) == "answered"
        healths = list(terminal.told.healths)
    finally:
        terminal.stop()
    assert not any(one.arriving.is_whole for one in healths)
    assert healths[-1].arriving.of == 2 * CASES + 2


def test_without_a_snapshot_the_journals_come_as_ever(
    branch: PostgresBranch, admitted: Admit, tmp_path: Path, cluster: LocalPostgres, database: str
) -> None:
    del branch
    with psycopg.connect(cluster.url(database)) as owner:
        owner.execute("UPDATE counter.snapshot SET data = 'x'::bytea")
    there = admitted(4)
    store = new_store(tmp_path / "four", 4)
    identity = Identity(BRANCH, "test", PlainSigner(), is_plainly_signed, snapshots=means(there))
    met = Meeting(store, there, identity, now, slice_s=0.0).hold()
    assert met.arriving.is_whole
    assert store.view("case/1").entries == 2
    store.close()


def test_a_snapshot_of_a_revoked_pc_is_shown_to_nobody(
    branch: PostgresBranch, admitted: Admit, cluster: LocalPostgres, database: str
) -> None:
    del branch
    shelf = PostgresSnapshots(admitted(4)._line)
    (shown,) = shelf.newest()
    BranchUpkeep(cluster.url(database)).revoke(3)
    assert shelf.newest() == []
    assert shelf.part(shown.name, 1) is None


def test_nobody_brings_a_snapshot_in_anothers_name(branch: PostgresBranch, admitted: Admit) -> None:
    del branch
    values: tuple[object, ...] = (
        "a" * 64,
        journal_of(3),
        "ab" * 64,
        "2026-11-23",
        1,
        1,
        1,
        b"x",
        [],
        [],
    )
    with pytest.raises(BranchRefused, match="not_yours"):
        admitted(4)._line.rows(PUT, values)


@pytest.mark.parametrize(
    "values",
    [
        ("a" * 63, "ab" * 64, "2026-11-23", 1, 1, 1, b"x"),
        ("a" * 64, "x", "2026-11-23", 1, 1, 1, b"x"),
        ("a" * 64, "ab" * 64, "2026-11-23", -1, 1, 1, b"x"),
        ("a" * 64, "ab" * 64, "2026-11-23", 1, 33, 1, b"x"),
        ("a" * 64, "ab" * 64, "2026-11-23", 1, 1, 2, b"x"),
        ("a" * 64, "ab" * 64, "2026-11-23", 1, 1, 1, b""),
        ("a" * 64, "ab" * 64, "2026-11-23", 1, 1, 1, bytes(4_200_001)),
        ("a" * 64, "ab" * 64, None, 1, 1, 1, b"x"),
    ],
)
def test_what_is_no_part_of_a_snapshot_is_not_kept(
    branch: PostgresBranch, values: tuple[object, ...]
) -> None:
    name, signature, *rest = values
    asked = (name, journal_of(3), signature, *rest, [journal_of(3)], [1])
    assert branch._line.rows(PUT, asked) == [("too_big",)]


def test_what_was_replaced_goes_after_an_hour(
    branch: PostgresBranch, cluster: LocalPostgres, database: str
) -> None:
    with psycopg.connect(cluster.url(database)) as owner:
        owner.execute("UPDATE counter.snapshot SET made_at = made_at - interval '5 hours'")
    for sign in "abc":
        values: tuple[object, ...] = (
            sign * 64,
            journal_of(3),
            "ab" * 64,
            "2026-11-23",
            1,
            1,
            1,
            b"x",
            [],
            [],
        )
        assert branch._line.rows(PUT, values) == [("ok",)]
    with psycopg.connect(cluster.url(database)) as owner:
        names = owner.execute("SELECT left(name, 1) FROM counter.snapshot ORDER BY 1").fetchall()
    assert names == [("a",), ("b",), ("c",)], "the one of five hours ago is gone"


def test_a_roles_line_gets_no_more_than_the_functions(
    cluster: LocalPostgres, database: str, branch: PostgresBranch
) -> None:
    del branch
    role = BranchUpkeep(cluster.url(database)).admit(5, ("all",), PASSWORD)
    line = BranchLine(BranchAddress(cluster.url(database, role)))
    with pytest.raises(BranchRefused):
        line.rows("SELECT * FROM counter.snapshot")
    line.close()
