"""Head office reads two real branches, one of them restored from an older backup."""

from collections.abc import Callable
from pathlib import Path

import psycopg
import pytest

from counter_app.db.branch.connecting import BranchAddress, BranchLine
from counter_app.db.branch.head_office import HeadOfficeShelf
from counter_app.db.branch.shelf import PostgresBranch
from counter_app.db.branch.upkeep import BranchUpkeep
from counter_app.db.store import SqliteStore
from counter_app.journal.entry import Entry
from counter_app.journal.facts import care, case
from counter_app.rehearsal.local_postgres import LocalPostgres
from counter_app.sync.head_office import read_branch
from tests.fakes.signing import exchange, is_plainly_signed, signed
from tests.store.writing import Hand, new_store, started

PASSWORD = "only here"


class Site:
    """One branch with one terminal, and head office's view of it."""

    def __init__(self, cluster: LocalPostgres, folder: Path, name: str, office: str) -> None:
        self.name, self.cluster = name, cluster
        url = cluster.create_database(name)
        upkeep = BranchUpkeep(url)
        upkeep.init(f"branch/{name}", name)
        terminal = upkeep.admit(3, ("all",), PASSWORD)
        reader = upkeep.admit(90, ("all", "complaint", "quality", "restricted"), PASSWORD)
        self.store: SqliteStore = new_store(folder / name, 3 if name == "north" else 4)
        self.hand = Hand(self.store)
        self.branch = PostgresBranch(BranchLine(BranchAddress(cluster.url(name, terminal))))
        self.reading = PostgresBranch(BranchLine(BranchAddress(cluster.url(name, reader))))
        line = BranchLine(BranchAddress(cluster.url(office)))
        self.held = HeadOfficeShelf(line, f"branch/{name}", name)
        self.lines = (self.branch, self.reading, line)

    def work(self, cases: int) -> None:
        """Some business, brought to the branch."""
        for number in range(cases):
            subject = (
                f"case/{self.name}-{len(self.store.heads())}-{number}-{self.hand.now.timestamp()}"
            )
            self.hand.write(subject, started(), case.CaseNoted(text="x"))
        exchange(self.store, self.branch)

    def read(self) -> int:
        """Head office's turn."""
        done = read_branch(self.held, self.reading, is_plainly_signed)
        assert (done.rejected, done.forged) == ((), ())
        return done.pulled

    def close(self) -> None:
        for one in self.lines:
            one.close()
        self.store.close()
        self.cluster.drop_database(self.name)


@pytest.fixture
def office(cluster: LocalPostgres) -> str:
    """Head office's own database."""
    url = cluster.create_database("office")
    BranchUpkeep(url).init("office/head", "head office")
    return "office"


def test_two_branches_are_read_and_one_goes_back_to_an_older_backup(
    cluster: LocalPostgres, tmp_path: Path, office: str
) -> None:
    north, south = (Site(cluster, tmp_path, name, office) for name in ("north", "south"))
    north.work(5)
    south.work(7)
    assert (north.read(), south.read()) == (11, 15)
    backup = cluster.folder / "south.backup"
    cluster.backup("south", backup)
    south.work(6)
    assert south.read() == 12
    south.branch.close()
    south.reading.close()
    cluster.restore("south", backup)
    north.work(1)
    assert (north.read(), south.read()) == (2, 0)
    south.work(2)
    assert south.read() == 4
    for site in (north, south):
        assert dict(site.held.heads()) == dict(site.store.heads())
        held = site.held.entries_after(site.store.journal_id, 0, 999)
        assert held == site.store.entries_after(site.store.journal_id, 0, 999)
        site.close()
    with psycopg.connect(cluster.url(office)) as owner:
        told = owner.execute(
            "SELECT branch, count(*) FROM counter.report_case_v1 GROUP BY branch ORDER BY branch"
        ).fetchall()
    assert told == [("branch/north", 6), ("branch/south", 15)]
    cluster.drop_database(office)


def test_what_a_restored_branch_lost_comes_back_from_head_office(
    cluster: LocalPostgres, tmp_path: Path, office: str
) -> None:
    """Its only terminal is off: nobody else holds what the backup lacks."""
    south = Site(cluster, tmp_path, "south", office)
    south.work(3)
    backup = cluster.folder / "south.older"
    cluster.backup("south", backup)
    south.work(4)
    south.read()
    for one in (south.branch, south.reading):
        one.close()
    cluster.restore("south", backup)
    assert read_branch(south.held, south.reading, is_plainly_signed).given_back == 8
    head = south.store.heads()[south.store.journal_id]
    assert south.reading.head(south.store.journal_id) == head
    south.close()
    cluster.drop_database(office)


def test_no_terminal_may_call_what_is_head_office_s(
    admitted: Callable[..., PostgresBranch], cluster: LocalPostgres, database: str
) -> None:
    admitted(3)
    with (
        psycopg.connect(cluster.url(database, f"{database}_t03")) as terminal,
        pytest.raises(psycopg.errors.InsufficientPrivilege),
    ):
        terminal.execute("SELECT * FROM counter.office_heads('branch/demo')")


def test_a_body_that_comes_back_later_is_read_then(
    cluster: LocalPostgres, tmp_path: Path, office: str
) -> None:
    """A PC that may not hold it gave the entry back to a restored branch; its writer has the body."""
    south = Site(cluster, tmp_path, "south", office)
    asked = care.HelpAskedSilently(terminal="04", window="4", staff="80231")
    south.hand.write("silenthelp/1", asked)
    entries = south.store.entries_after(south.store.journal_id, 0, 9)
    bare = [
        one._replace(body=None, salt=None, body_state="elsewhere")
        if one.audience == "restricted"
        else one
        for one in entries
    ]
    assert south.reading.give_back(3, signed(bare)).outcome == "ok"
    south.read()
    assert states(south, entries) == ["here", "elsewhere"]
    south.branch.give_bodies(entries)
    south.read()
    assert south.held.entries_after(south.store.journal_id, 0, 9) == entries
    south.close()
    cluster.drop_database(office)


def states(site: Site, entries: list[Entry]) -> list[str]:
    return [one.body_state for one in site.held.entries_after(entries[0].journal_id, 0, 9)]
