"""Real stores and the real branch: what is withheld, erased or too big, and what lies where."""

import json
import random
from collections.abc import Callable, Iterator
from datetime import UTC, datetime, timedelta
from pathlib import Path
from typing import Any

import psycopg
import pytest

from counter_app.db.branch.shelf import PostgresBranch
from counter_app.db.store import SqliteStore, StoreFiles, open_store
from counter_app.db.verify import verify
from counter_app.journal.facts import case, upkeep
from counter_app.rehearsal.local_postgres import LocalPostgres
from counter_app.services.ports import NewFact
from counter_app.sync.meeting import Identity, Meeting, Met
from tests.fakes.signing import PlainSigner, is_plainly_signed
from tests.store.raw_pages import raw_bytes
from tests.store.writing import KEY, Hand, customer, new_store, started

Admit = Callable[..., PostgresBranch]
LABELS = ("restricted", "complaint", "quality")
EVERY = ("all", *LABELS)
MARKER = "欧阳MARKER"


class Pc:
    """A PC without threads: it meets when it is told to."""

    def __init__(self, home: Path, number: int, branch: PostgresBranch) -> None:
        self.store: SqliteStore = new_store(home, number)
        self.files = StoreFiles.in_home(home)
        self.hand = Hand(self.store)
        self.branch = branch
        self.forget_met()

    def open_again(self) -> None:
        """The program starts on what its files are now."""
        self.store.close()
        self.store = open_store(self.files, KEY, random.Random(str(self.files.database)).randbytes)
        self.hand = Hand(self.store)
        self.hand.now += timedelta(hours=1)
        self.forget_met()

    def forget_met(self) -> None:
        """The next meeting is the first of a line."""
        identity = Identity("branch/demo", "test", PlainSigner(), is_plainly_signed)
        self._meeting = Meeting(self.store, self.branch, identity, lambda: datetime.now(UTC))

    def meet(self) -> Met:
        return self._meeting.hold()

    def knows(self, words: str) -> bool:
        """Whether the words lie anywhere in pages or log."""
        return words.encode() in raw_bytes(self.files, KEY)

    def close(self) -> None:
        self.branch.close()
        self.store.close()


@pytest.fixture
def make(tmp_path: Path, admitted: Admit) -> Iterator[Callable[..., Pc]]:
    made: list[Pc] = []

    def pc(number: int, audiences: tuple[str, ...] = ("all",)) -> Pc:
        made.append(Pc(tmp_path / str(number), number, admitted(number, audiences)))
        return made[-1]

    yield pc
    for one in made:
        one.close()


@pytest.fixture
def owner(cluster: LocalPostgres, database: str) -> Callable[..., list[Any]]:
    """Asks as administrator, each time on a connection of its own."""

    def ask(statement: str, *values: object) -> list[Any]:
        with psycopg.connect(cluster.url(database), autocommit=True) as connection:
            connection.execute("SET search_path = counter")
            done = connection.execute(statement, values)
            return done.fetchall() if done.description else []

    return ask


def branch_text(owner: Callable[..., list[Any]]) -> str:
    """Every value of every table of the branch."""
    tables = owner("SELECT tablename FROM pg_tables WHERE schemaname = 'counter'")
    return "\n".join(repr(row) for (one,) in tables for row in owner(f"SELECT * FROM {one}"))


def secrets(writer: Pc) -> None:
    """A marker under every narrow label, on subjects of their own and within a shared one."""
    writer.hand.write("case/open", started(), case.CaseNoted(text="for all"))
    for label in LABELS:
        fact = case.CaseNoted(text=f"{MARKER} {label}")
        writer.hand.write_all([NewFact(f"case/{label}", fact, label)])  # type: ignore[arg-type]
        writer.hand.write_all([NewFact("case/open", fact, label)])  # type: ignore[arg-type]


def test_a_body_outside_the_audience_is_nowhere_in_the_store(
    make: Callable[..., Pc], owner: Callable[..., list[Any]]
) -> None:
    writer, teller, office = make(3), make(4), make(5, EVERY)
    secrets(writer)
    for one in (writer, teller, office, teller):
        one.meet()
    assert writer.knows(MARKER)
    assert MARKER in branch_text(owner)
    assert office.knows(MARKER)
    assert not teller.knows(MARKER)
    assert teller.store.heads() == office.store.heads()
    assert teller.store.view("case/restricted").unreadable == ("elsewhere",)


def test_a_wider_audience_brings_bodies_and_a_narrower_one_takes_them(
    make: Callable[..., Pc], owner: Callable[..., list[Any]]
) -> None:
    writer, teller = make(3), make(4)
    secrets(writer)
    writer.meet()
    teller.meet()
    assert not teller.knows(MARKER)
    change = "UPDATE terminal SET audiences = %s WHERE terminal = 4"
    owner(change, ["all", "restricted"])
    teller.forget_met()
    met = teller.meet()
    assert {"case/restricted", "case/open"} <= set(met.exchanged.subjects)
    assert teller.knows(f"{MARKER} restricted")
    assert not teller.knows(f"{MARKER} quality")
    view = teller.store.view("case/restricted")
    assert view.unreadable == ()
    owner(change, ["all"])
    teller.forget_met()
    met = teller.meet()
    assert {"case/restricted", "case/open"} <= set(met.exchanged.subjects)
    assert not teller.knows(MARKER)
    assert teller.store.view("case/open").unreadable == ("elsewhere",) * 3
    assert verify(teller.files, KEY).faults == ()
    owner("UPDATE terminal SET audiences = '{quality}' WHERE terminal = 3")
    writer.forget_met()
    writer.meet()
    assert writer.knows(MARKER)  # what it wrote itself stays


def order(pc: Pc, *subjects: str) -> None:
    """An order that names all that this PC holds of these subjects."""
    entries = [entry.hash for one in subjects for entry in pc.store.entries_of(one)]
    fact = upkeep.BodyErased(
        entries=tuple(entries),
        subjects=subjects,
        basis="ordered",
        order="1",
        ordered_by="法律合规部",
        right_entry="e" * 64,
    )
    pc.hand.write("erasure/1", fact)


def test_an_erasure_reaches_every_holder_and_the_dump(
    make: Callable[..., Pc],
    owner: Callable[..., list[Any]],
    cluster: LocalPostgres,
    database: str,
) -> None:
    writer, orderer, late = make(3), make(4), make(5)
    writer.hand.write("customer/1", customer(MARKER))
    writer.hand.write("customer/2", customer("周全"))
    for one in (writer, orderer, late):
        one.meet()
    order(orderer, "customer/1")
    for one in (orderer, writer, late):
        one.meet()
    for one in (writer, orderer, late, make(6)):
        one.meet()
        assert not one.knows(MARKER)
        assert one.store.view("customer/1").unreadable == ("erased",)
        assert one.store.view("customer/2").unreadable == ()
        assert verify(one.files, KEY).faults == ()
    assert MARKER not in branch_text(owner)
    everything = owner("SELECT hash FROM entry ORDER BY hash")
    assert owner("SELECT * FROM unsound_entries()") == []
    for one in (writer, orderer, late):
        one.branch.close()
    cluster.backup(database, cluster.folder / "erased.dump")
    cluster.restore(database, cluster.folder / "erased.dump")
    assert owner("SELECT hash FROM entry ORDER BY hash") == everything
    assert MARKER not in branch_text(owner)


def test_an_older_backup_of_the_branch_obeys_again_as_soon_as_it_is_told(
    make: Callable[..., Pc],
    owner: Callable[..., list[Any]],
    cluster: LocalPostgres,
    database: str,
) -> None:
    """Who obeyed tells the branch before asking it for anything. A PC that has no history believes what
    the branch holds until then, and obeys with the others."""
    writer, orderer, peer = make(3), make(4), make(5)
    writer.hand.write("customer/1", customer(MARKER))
    for one in (writer, orderer, peer):
        one.meet()
    cluster.backup(database, cluster.folder / "older.dump")
    order(orderer, "customer/1")
    for one in (orderer, writer, peer):
        one.meet()
    for one in (writer, orderer, peer):
        one.branch.close()
        one.forget_met()
    cluster.restore(database, cluster.folder / "older.dump")
    assert MARKER in branch_text(owner)
    fresh = make(6)
    fresh.meet()
    assert fresh.knows(MARKER)
    peer.meet()  # neither the orderer nor the writer is there any more
    assert not peer.knows(MARKER)
    assert MARKER not in branch_text(owner)
    later = make(7)
    for one in (fresh, later):
        one.meet()
        assert not one.knows(MARKER)
        assert one.store.view("customer/1").unreadable == ("erased",)


def test_a_body_that_the_branch_cannot_hold_stops_nothing(
    make: Callable[..., Pc], owner: Callable[..., list[Any]]
) -> None:
    writer, other = make(3), make(4)
    writer.hand.write("case/1", started(), case.CaseNoted(text="before"))
    big = case.CaseNoted(text="大" * 400_000)
    written = writer.hand.write("case/1", case.CaseNoted(text="beside"), big)
    writer.hand.write("case/1", case.CaseNoted(text="after"))
    met = writer.meet()
    other.meet()
    (poisoned,) = [one for one in written.entries if len(one.body or "") > 1000]
    assert (met.waiting, met.withheld, met.exchanged.withheld) == (0, 1, (poisoned.hash,))
    assert (
        other.store.heads()[writer.store.journal_id]
        == writer.store.heads()[writer.store.journal_id]
    )
    assert other.store.view("case/1").unreadable == ("elsewhere",)
    assert writer.store.view("case/1").unreadable == ()
    ((digest, subject, reason, data),) = owner("SELECT hash, subject, reason, data FROM quarantine")
    assert (digest, subject, reason) == (poisoned.hash, "case/1", "unstorable")
    assert json.loads(data) == poisoned._asdict()
    writer.hand.write("case/1", case.CaseNoted(text="later"))
    assert writer.meet().withheld == 1  # it is said for as long as it is so
    writer.hand.write("case/2", big)
    assert writer.meet().withheld == 2
    assert owner("SELECT count(*) FROM quarantine") == [(2,)]
