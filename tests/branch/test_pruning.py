"""Real stores and the real branch: what is beyond a PC's scope leaves it, and is there when asked."""

import random
from collections.abc import Callable, Iterator
from datetime import UTC, date, datetime, timedelta
from hashlib import sha256
from pathlib import Path

import pytest

from counter_app.db.branch.shelf import PostgresBranch
from counter_app.db.rows import rows_held
from counter_app.db.store import SqliteStore, StoreFiles, open_store
from counter_app.db.verify import verify
from counter_app.journal.facts import case
from counter_app.rehearsal.local_postgres import LocalPostgres
from counter_app.services.ports import Beside, Content
from counter_app.sync.meeting import Identity, Meeting, Met
from counter_app.sync.scope_keeping import ScopeMeans, bring_back
from tests.branch.backing_up import note_backup
from tests.fakes.signing import PlainSigner, is_plainly_signed
from tests.store.writing import KEY, Hand, holder, new_store, started

Admit = Callable[..., PostgresBranch]
PAPER = Content(sha256(b"paper").hexdigest(), "application/pdf", b"paper", "case/0")
LAST = Content(sha256(b"last").hexdigest(), "text/plain", b"last")


class Pc:
    """A PC without threads, with a scope of so many days."""

    def __init__(self, home: Path, number: int, branch: PostgresBranch, days: int) -> None:
        self.store: SqliteStore = new_store(home, number)
        self.files = StoreFiles.in_home(home)
        self.hand = Hand(self.store)
        self.hand.now = datetime.now(UTC) - timedelta(days=40)
        self.branch, self.days = branch, days
        self.today = datetime.now(UTC).date() - timedelta(days=4)
        self.begin()

    def begin(self) -> None:
        """The next meeting is the first of a line."""
        means = ScopeMeans(lambda: self.today, self.days)
        identity = Identity("branch/demo", "test", PlainSigner(), is_plainly_signed, scope=means)
        self._meeting = Meeting(self.store, self.branch, identity, lambda: datetime.now(UTC))

    def meet(self) -> Met:
        self.begin()
        return self._meeting.hold()

    def next_day(self) -> Met:
        """A business date later, everything beyond the scope is looked at again."""
        self.today += timedelta(days=1)
        return self.meet()

    def serve(self, number: int) -> str:
        """A case from beginning to end."""
        subject = f"case/{number}"
        beside = Beside(contents=(PAPER, LAST)) if number == 0 else Beside()
        done = case.CaseCompleted(outcome="done", next_steps=())
        self.hand.write(
            subject, started(f"03A-{number:04d}W"), holder("李桂兰"), done, beside=beside
        )
        return subject

    def away(self) -> list[str]:
        return [one for one in self.store.subjects("case") if self.store.is_let_go(one)]

    def open(self, subject: str) -> bool:
        return bring_back(self.store, self.store.contents, self.branch, [subject])

    def close(self) -> None:
        self.branch.close()
        self.store.close()


@pytest.fixture
def make(tmp_path: Path, admitted: Admit) -> Iterator[Callable[..., Pc]]:
    made: list[Pc] = []

    def pc(number: int, days: int = 35, audiences: tuple[str, ...] = ("all",)) -> Pc:
        made.append(Pc(tmp_path / str(number), number, admitted(number, audiences), days))
        return made[-1]

    yield pc
    for one in made:
        one.close()


@pytest.fixture
def url(cluster: LocalPostgres, database: str) -> str:
    return cluster.url(database)


def whole(pc: Pc, subject: str) -> bool:
    return all(one.body_state == "here" for one in pc.store.entries_of(subject))


def test_nothing_leaves_before_a_backup_covers_it(make: Callable[..., Pc], url: str) -> None:
    pc = make(3)
    subjects = [pc.serve(number) for number in range(5)]
    pc.meet()
    assert pc.away() == []
    note_backup(url)
    pc.next_day()
    assert pc.away() == subjects
    assert pc.store.content(PAPER.hash) is None
    assert verify(pc.files, KEY).clean


def test_it_is_looked_at_once_a_business_date(make: Callable[..., Pc], url: str) -> None:
    pc = make(3)
    subject = pc.serve(1)
    pc.meet()
    note_backup(url)
    pc.meet()
    assert pc.away() == []
    assert pc.store.scope_kept() == pc.today.isoformat()
    pc.next_day()
    assert pc.away() == [subject]


def test_pcs_of_unequal_scope_agree(make: Callable[..., Pc], url: str) -> None:
    writer, office = make(3), make(5, 366)
    subject = writer.serve(0)
    for one in (writer, office, writer):
        one.meet()
    note_backup(url)
    for one in (writer, office):
        one.next_day()
        one.meet()
    assert (writer.away(), office.away()) == ([subject], [])
    assert writer.store.heads() == office.store.heads()
    same = [rows_held(one.store._driver, subject) for one in (writer, office)]
    assert same[0] == same[1]


def test_an_open_one_is_brought_with_its_paper_and_goes_again(
    make: Callable[..., Pc], url: str
) -> None:
    pc = make(3)
    subject = pc.serve(0)
    pc.meet()
    note_backup(url)
    pc.next_day()
    before = rows_held(pc.store._driver, subject)
    assert pc.open(subject)
    assert whole(pc, subject)
    assert pc.store.content(PAPER.hash) == PAPER
    assert rows_held(pc.store._driver, subject) == before
    pc.meet()
    assert whole(pc, subject)
    pc.next_day()
    assert pc.away() == [subject]


def test_what_somebody_writes_later_brings_it_here(make: Callable[..., Pc], url: str) -> None:
    writer, office = make(3), make(5, 366)
    subject = writer.serve(1)
    for one in (writer, office):
        one.meet()
    note_backup(url)
    writer.next_day()
    assert writer.away() == [subject]
    office.hand.now = datetime.now(UTC)
    office.hand.write(subject, case.CaseNoted(text="later"))
    office.meet()
    writer.meet()
    assert writer.away() == []
    assert whole(writer, subject)
    assert writer.store.view(subject) == office.store.view(subject)


def test_a_branch_restored_from_the_covering_backup_has_it_all(
    make: Callable[..., Pc], url: str, cluster: LocalPostgres, database: str, tmp_path: Path
) -> None:
    """What came after the backup is brought back by who wrote it; what left was in the backup."""
    pc = make(3)
    old = [pc.serve(number) for number in range(4)]
    pc.meet()
    note_backup(url)
    file = Path(cluster.folder) / f"{database}.backup"
    cluster.backup(database, file)
    late = pc.serve(9)
    pc.next_day()
    assert pc.away() == old
    pc.branch.close()
    cluster.restore(database, file)
    pc.next_day()
    pc.next_day()
    assert pc.away() == old
    assert whole(pc, late)
    assert all(pc.open(one) for one in old)
    assert all(whole(pc, one) for one in old)
    assert verify(pc.files, KEY).clean


def test_a_clock_years_ahead_empties_no_pc(make: Callable[..., Pc], url: str) -> None:
    pc = make(3)
    pc.hand.now = datetime.now(UTC) - timedelta(days=20)
    pc.serve(1)
    pc.meet()
    note_backup(url)
    pc.today = date(2099, 1, 1)
    pc.meet()
    assert pc.away() == []


def test_a_forked_journal_lets_nothing_go(
    make: Callable[..., Pc], url: str, tmp_path: Path
) -> None:
    pc = make(3)
    pc.serve(1)
    pc.meet()
    note_backup(url)
    pc.store.note_fork(1, 2)
    pc.next_day()
    assert pc.away() == []


def test_a_restart_goes_on(make: Callable[..., Pc], url: str) -> None:
    pc = make(3)
    subject = pc.serve(1)
    pc.meet()
    note_backup(url)
    pc.next_day()
    pc.store.close()
    pc.store = open_store(pc.files, KEY, random.Random(7).randbytes)
    pc.meet()
    assert pc.away() == [subject]
    assert pc.open(subject)
