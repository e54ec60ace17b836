"""At the real branch: a new PC has every customer before its history, signed by who wrote them."""

from collections.abc import Callable, Iterator
from dataclasses import dataclass
from math import inf
from pathlib import Path

import psycopg
import pytest

from counter_app.db.ahead import CUSTOMERS as CUSTOMERS_UPTO
from counter_app.db.ahead import INSERT_AHEAD
from counter_app.db.branch.shelf import PostgresBranch
from counter_app.db.branch.snapshots import PostgresSnapshots
from counter_app.db.store import SqliteStore
from counter_app.journal.entry import Entry, sealed
from counter_app.journal.facts import case, presence
from counter_app.journal.folds.presence import CustomerView
from counter_app.rehearsal.local_postgres import LocalPostgres
from counter_app.rehearsal.simulated_branch import SimulatedBranch, SimulatedSnapshots
from counter_app.services.branch_ports import Branch, BranchRefused, BranchUnreachable
from counter_app.services.ports import NewFact
from counter_app.services.snapshot_ports import CustomersPage, SnapshotShelf
from counter_app.sync import customers
from counter_app.sync.customers import CustomersFirst
from counter_app.sync.meeting import Identity, Meeting
from counter_app.sync.snapshots import SnapshotMeans, Snapshots
from tests.branch.terminals import BRANCH, now
from tests.fakes.signing import (
    PlainSigner,
    is_plainly_signed,
    is_plainly_signed_snapshot,
)
from tests.store.writing import Hand, customer, journal_of, new_store

Admit = Callable[..., PostgresBranch]
CUSTOMERS, CASES = 30, 40
TOMORROW = "2026-11-24"


@dataclass
class Side:
    """A PC, and the branch as it sees it."""

    store: SqliteStore
    branch: Branch
    shelf: SnapshotShelf

    def meet(self, slice_s: float = 0.0) -> Meeting:
        """A meeting that takes history so long at a time."""
        means = SnapshotMeans(
            self.shelf, PlainSigner(), is_plainly_signed_snapshot, lambda: TOMORROW, worth=10
        )
        identity = Identity(BRANCH, "test", PlainSigner(), is_plainly_signed, snapshots=means)
        return Meeting(self.store, self.branch, identity, now, slice_s)

    def make_snapshot(self) -> None:
        means = SnapshotMeans(
            self.shelf, PlainSigner(), is_plainly_signed_snapshot, lambda: TOMORROW, worth=10
        )
        assert Snapshots(self.store, self.branch, BRANCH, means).make_due()

    def names(self) -> set[str]:
        """The names of all customers that a search here can find."""
        views = [self.store.view(subject_of(one)) for one in range(CUSTOMERS)]
        return {
            one.value("identity", "name") or "" for one in views if isinstance(one, CustomerView)
        }


@pytest.fixture(params=["simulated", "postgres"])
def side(request: pytest.FixtureRequest, tmp_path: Path) -> Iterator[Callable[..., Side]]:
    """A new PC at one and the same branch, of each kind."""
    made: list[Side] = []
    simulated = SimulatedBranch()

    def at(terminal: int) -> Side:
        store = new_store(tmp_path / str(terminal), terminal)
        branch: Branch = simulated
        shelf: SnapshotShelf = SimulatedSnapshots(simulated)
        if request.param == "postgres":
            branch = request.getfixturevalue("admitted")(terminal)
            assert isinstance(branch, PostgresBranch)
            shelf = PostgresSnapshots(branch._line)
        made.append(Side(store, branch, shelf))
        return made[-1]

    yield at
    for one in made:
        one.store.close()


def subject_of(number: int) -> str:
    return f"customer/{number:04d}"


def name_of(number: int) -> str:
    return f"客户{number}"


EVERYBODY = {name_of(one) for one in range(CUSTOMERS)}


@pytest.fixture
def maker(side: Callable[..., Side]) -> Side:
    """Terminal 3: customers, each told in two commits with other work between, and a snapshot."""
    made: Side = side(3)
    hand = Hand(made.store)
    made.meet().hold()
    for number in range(CUSTOMERS):
        hand.write(subject_of(number), customer("x", phone="13800000000"))
        hand.write(f"case/{number}", case.CaseNoted(text="between"), case.CaseNoted(text="more"))
        made.meet().hold()
    for number in range(CUSTOMERS):
        hand.write(subject_of(number), renamed(name_of(number)))
    for number in range(CASES):
        hand.write(f"case/later-{number}", case.CaseNoted(text="x"))
    made.meet().hold()
    made.make_snapshot()
    assert made.names() == EVERYBODY
    return made


def renamed(name: str) -> presence.CustomerAmended:
    group = presence.CustomerGroup(name="identity", fields={"name": name, "number": ""})
    return presence.CustomerAmended(group=group, source="x")


def joined(side: Callable[..., Side], maker: Side) -> Side:
    """Terminal 4, new, after its first meeting: it works, and has no customer yet."""
    del maker
    new: Side = side(4)
    met = new.meet().hold()
    assert (met.arriving.is_whole, met.arriving.without_customers) == (False, True)
    assert new.names() == {""}
    return new


def test_customers_are_here_before_any_history(side: Callable[..., Side], maker: Side) -> None:
    new = joined(side, maker)
    before = new.store.heads()
    met = new.meet(inf).hold()
    assert new.names() == EVERYBODY
    assert (met.arriving.is_whole, met.arriving.without_customers) == (False, False)
    assert met.exchanged.unfinished
    assert new.store.heads() == before, "no journal has come on its own chain"
    assert {subject_of(one) for one in range(CUSTOMERS)} <= {*met.exchanged.subjects}
    bare = "SELECT count(*) FROM ahead WHERE body_state = 'elsewhere'"
    assert new.store._driver.execute(bare).fetchone() == (0,), "what stands between is not kept"
    for number in range(CUSTOMERS):
        assert new.store.view(subject_of(number)) == maker.store.view(subject_of(number))
    met = new.meet(inf).hold()
    assert (met.arriving.is_whole, met.arriving.lied) == (True, "")
    assert new.store.heads()[journal_of(3)] == maker.store.heads()[journal_of(3)]
    assert new.names() == EVERYBODY


def test_they_come_page_by_page_and_a_cut_line_goes_on_where_it_was(
    side: Callable[..., Side], maker: Side, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(customers, "MOST", 7)
    new = joined(side, maker)
    first = new.meet(inf)
    pages: list[str] = []
    hold = new.store.hold_customers

    def two_pages(entries: list[Entry], upto: str | None) -> tuple[str, ...]:
        if len(pages) == 2:
            raise KeyboardInterrupt
        pages.append(upto or "")
        return hold(entries, upto)

    with monkeypatch.context() as cut:
        cut.setattr(new.store, "hold_customers", two_pages)
        with pytest.raises(KeyboardInterrupt):
            first.hold()
    assert pages == [subject_of(6), subject_of(13)]
    assert new.store.customers_after() == subject_of(13)
    assert new.names() == {"", *(name_of(one) for one in range(14))}
    new.meet(inf).hold()
    assert new.names() == EVERYBODY
    assert new.store.customers_after() is None


def test_history_that_came_meanwhile_and_news_of_a_customer_do_no_harm(
    side: Callable[..., Side], maker: Side
) -> None:
    new = joined(side, maker)
    Hand(maker.store).write(subject_of(3), renamed("新名"))
    maker.meet().hold()
    new.meet(0.0).hold()
    new.meet(inf).hold()
    assert new.store.view(subject_of(3)) == maker.store.view(subject_of(3))
    new.meet(inf).hold()
    assert new.store.arriving().is_whole
    assert new.store.view(subject_of(3)) == maker.store.view(subject_of(3))


def test_what_the_pc_may_not_hold_stays_at_the_branch(
    side: Callable[..., Side], maker: Side
) -> None:
    fact = NewFact(subject_of(1), renamed("不给看"), audience="restricted")
    Hand(maker.store).write_all([fact])
    maker.meet().hold()
    new: Side = side(4)
    new.meet(inf).hold()
    new.meet(inf).hold()
    assert name_of(1) in new.names()
    assert "不给看" not in new.names()


def test_one_that_the_owner_of_the_database_changes_is_not_believed(
    side: Callable[..., Side], maker: Side, request: pytest.FixtureRequest
) -> None:
    new = joined(side, maker)
    if isinstance(new.branch, SimulatedBranch):
        held = new.branch.shelf.journals[journal_of(3)]
        at = next(n for n, one in enumerate(held) if one.subject == subject_of(5))
        held[at] = held[at]._replace(kind="customer_joined")
    else:
        cluster: LocalPostgres = request.getfixturevalue("cluster")
        with psycopg.connect(cluster.url(request.getfixturevalue("database"))) as owner:
            owner.execute(
                "UPDATE counter.entry SET kind = 'customer_joined' "
                "WHERE subject = %s AND kind = 'customer_registered'",
                (subject_of(5),),
            )
    new.meet(inf).hold()
    assert new.names() == {"", *EVERYBODY} - {name_of(5)}
    assert new.store.view(subject_of(5)).entries == 0


def test_a_snapshot_that_tells_otherwise_than_the_writer_signed_is_thrown_away(
    side: Callable[..., Side], maker: Side
) -> None:
    new = joined(side, maker)
    (true,) = maker.store.entries_within([subject_of(7)], maker.store.heads())[:1]
    with new.store._commit():
        lie = sealed(true._replace(kind="customer_joined"))
        new.store._driver.execute(INSERT_AHEAD, lie)
    met = new.meet(inf).hold()
    assert met.arriving.lied == f"{journal_of(3)} {true.journal_id}:{true.seq}"
    assert new.store.ahead_heads() == {}
    new.meet(inf).hold()
    assert new.names() == EVERYBODY


def test_of_an_older_branch_they_come_with_history(
    side: Callable[..., Side], maker: Side, request: pytest.FixtureRequest
) -> None:
    new = joined(side, maker)
    if isinstance(new.branch, SimulatedBranch):
        new.shelf = OlderShelf(new.branch)
    else:
        cluster: LocalPostgres = request.getfixturevalue("cluster")
        with psycopg.connect(cluster.url(request.getfixturevalue("database"))) as owner:
            owner.execute("DROP FUNCTION counter.customers_v1")
    new.meet(inf).hold()
    assert not new.store.arriving().without_customers
    new.meet(inf).hold()
    assert new.names() == EVERYBODY
    assert new.store.arriving().is_whole


def test_on_a_line_that_does_not_carry_as_many_fewer_are_asked_for(tmp_path: Path) -> None:
    store = new_store(tmp_path / "4", 4)
    with store._commit():
        store._keep_local(CUSTOMERS_UPTO, "")
    shelf = ThinLine()
    bringing = CustomersFirst(store, shelf, NoPins(), is_plainly_signed)
    for _try in range(5):
        with pytest.raises(BranchUnreachable):
            bringing.bring(inf)
    assert shelf.asked == [200, 50, 12, 3, 1]
    store.close()


class OlderShelf(SimulatedSnapshots):
    """A branch of before."""

    def customers(self, after: str, limit: int, heads: object) -> CustomersPage:
        raise BranchRefused("other_version")


class ThinLine:
    """It breaks under whatever is asked for."""

    def __init__(self) -> None:
        self.asked: list[int] = []

    def customers(self, after: str, limit: int, heads: object) -> CustomersPage:
        self.asked.append(limit)
        raise BranchUnreachable


class NoPins:
    """Nothing is asked."""

    def pin(self, journal_id: str) -> None:
        raise AssertionError(journal_id)
