"""Terminals of one branch in one process: real stores, a simulated branch, one scheduler.

Everything random comes from one seed. Clocks are wrong by up to a year, acknowledgements are lost,
stores are closed and opened again, decisions are made on old Views, and some replicas fold as entries
arrive while others fold at the end.
"""

import random
import shutil
from collections.abc import Callable, Iterator, Mapping, Sequence
from contextlib import contextmanager
from dataclasses import dataclass, field
from datetime import UTC, datetime, timedelta
from pathlib import Path
from tempfile import TemporaryDirectory
from typing import NamedTuple

from counter_app.db.rows import rows_held, rows_of
from counter_app.db.store import FirstEntry, SqliteStore, StoreFiles, create_store, open_store
from counter_app.journal.facts import case, people, presence
from counter_app.journal.facts.base import Fact
from counter_app.journal.facts.ground import JournalOpened
from counter_app.journal.folding import Folding
from counter_app.journal.folds import FOLDING
from counter_app.journal.views import View
from counter_app.rehearsal.simulated_branch import SimulatedBranch
from counter_app.services.branch_ports import BranchUnreachable
from counter_app.services.ports import (
    Moved,
    NewFact,
    Stamp,
    Written,
)
from tests.fakes.signing import exchange

KEY = bytes(range(32))
MEMORY = Path("/dev/shm")
OPENED_AT = datetime(2026, 11, 23, 1, 0, tzinfo=UTC)
SUBJECTS = ("case/1", "case/2", "customer/1", "staff/80231", "followup/1", "override/1", "visit/1")


def stamp_at(instant: datetime, actor: str) -> Stamp:
    text = instant.strftime("%Y-%m-%dT%H:%M:%S.") + f"{instant.microsecond // 1000:03d}Z"
    return Stamp(actor, text, text[:10])


def journal_of(terminal: int) -> str:
    return f"01979f3e-0000-7000-8000-{terminal:012d}"


@dataclass
class Difference(Exception):  # noqa: N818 - what the test looks for
    """Two replicas do not agree, or a promise was broken."""

    what: str


@dataclass
class Bugs:
    """Planted bugs: each must be found by the named test."""

    folding: Callable[[], Folding] = lambda: FOLDING
    store: type[SqliteStore] = SqliteStore
    branch: Callable[[], SimulatedBranch] = SimulatedBranch


@dataclass
class Terminal:
    files: StoreFiles
    store: SqliteStore
    skew: timedelta
    eager: bool
    old_views: dict[str, View] = field(default_factory=dict)


class World:
    """Two or three terminals and their branch, driven by `step` and judged by `settle`."""

    def __init__(self, folder: Path, seed: int, bugs: Bugs) -> None:
        self.random = random.Random(seed)
        self.bugs = bugs
        self.branch = bugs.branch()
        self.now = OPENED_AT
        self.folder = folder
        self.terminals = [self._terminal(one) for one in range(1, self.random.choice((3, 3, 4)))]

    def close(self) -> None:
        for terminal in self.terminals:
            terminal.store.close()

    def step(self) -> None:
        """One random event."""
        self.pass_time()
        terminal = self.random.choice(self.terminals)
        roll = self.random.random()
        if roll < 0.5:
            self.write(terminal, stale=self.random.random() < 0.25)
        elif roll < 0.8:
            self.exchange(terminal)
        elif roll < 0.86:
            self.restart(terminal)
        elif roll < 0.93:
            terminal.skew = timedelta(days=self.random.randint(-366, 366))
        else:
            self.remember(terminal, self.random.choice(SUBJECTS))

    def pass_time(self) -> None:
        """Some minutes later."""
        self.now += timedelta(seconds=self.random.randint(1, 600))

    def remember(self, terminal: Terminal, subject: str) -> None:
        """A View that a later decision will be made on."""
        terminal.old_views[subject] = terminal.store.view(subject)

    def write(self, terminal: Terminal, *, stale: bool, about: Sequence[str] = ()) -> None:
        """One commit on one or two subjects, decided on the present Views or on older ones."""
        store = terminal.store
        chosen = about or self.random.sample(SUBJECTS, self.random.choice((1, 1, 2)))
        views = {
            one: (terminal.old_views.get(one) if stale else None) or store.view(one)
            for one in chosen
        }
        facts = [
            NewFact(one, self._fact(one, number))
            for one in chosen
            for number in range(self.random.choice((1, 1, 2, 3)))
        ]
        seen = {one: view.heads for one, view in views.items()}
        actor = f"staff/{self.random.choice(('80231', '80201'))}"
        answer = store.append(facts, seen, stamp_at(self.now + terminal.skew, actor))
        if isinstance(answer, Moved):
            if not stale:
                raise Difference("a present View was called old")
            return
        self._judge_written(answer, seen)

    def exchange(self, terminal: Terminal) -> None:
        """An exchange that may be cut anywhere."""
        self.branch.lose_acks = self.random.random() < 0.2
        self.branch.answers_left = self.random.choice((None, None, 0, 1, 2, 3, 5))
        try:
            done = exchange(terminal.store, self.branch, self.random.choice((1, 2, 5, 500)))
            if done.rejected or done.forked:
                raise Difference(f"an honest entry was rejected: {done.rejected[:1]}")
        except BranchUnreachable:
            return
        finally:
            self.branch.lose_acks, self.branch.answers_left = False, None
            self._judge_commits(terminal)
        if terminal.eager:
            for subject in done.subjects:
                terminal.store.view(subject)

    def restart(self, terminal: Terminal) -> None:
        """The program ends and starts again on the same files."""
        terminal.store.close()
        terminal.store = self._open(terminal.files)
        terminal.old_views.clear()

    def settle(self) -> None:
        """Everything flows; then all must be equal, and rows must be what a fresh fold makes."""
        for _round in range(2):
            for terminal in self.terminals:
                exchange(terminal.store, self.branch)
        first = self.terminals[0].store
        for subject in SUBJECTS:
            expected = FOLDING.fold(subject, first.entries_of(subject))
            if expected.waiting and not self.may_wait():
                raise Difference(f"{subject} still waits for a cause")
            for terminal in self.terminals:
                self._judge_subject(terminal.store, subject, expected)
        for terminal in self.terminals[1:]:
            if terminal.store.heads() != first.heads():
                raise Difference("heads differ")

    def may_wait(self) -> bool:
        """Whether something may have been written on what never was."""
        return False

    def _judge_subject(self, store: SqliteStore, subject: str, expected: View) -> None:
        if store.view(subject) != expected:
            raise Difference(f"{subject} is folded differently")
        if sorted(rows_held(store._driver, subject), key=repr) != sorted(
            rows_of(expected), key=repr
        ):
            raise Difference(f"{subject} has other rows than its View makes")

    def _judge_written(self, written: Written, seen: dict[str, tuple[str, ...]]) -> None:
        known = dict(seen)
        for entry in written.entries:
            if entry.seen != tuple(sorted(known[entry.subject])):
                raise Difference("an entry claims to have seen what its writer had not")
            known[entry.subject] = (entry.hash,)

    def _judge_commits(self, terminal: Terminal) -> None:
        for journal_id, head in terminal.store.heads().items():
            last = terminal.store.entries_after(journal_id, head.seq - 1, 1)
            if not last or last[0].commit_seq != head.seq:
                raise Difference("a commit was cut")

    def _terminal(self, number: int) -> Terminal:
        template = self.folder.parent / f"template-{number}"
        if not template.exists():
            make_template(template, number)
        home = self.folder / str(number)
        shutil.copytree(template, home)
        files = StoreFiles.in_home(home)
        skew = timedelta(days=self.random.randint(-366, 366))
        return Terminal(files, self._open(files), skew, self.random.random() < 0.5)

    def _open(self, files: StoreFiles) -> SqliteStore:
        opened = open_store(files, KEY, self.random.randbytes, self.bugs.folding())
        if self.bugs.store is not SqliteStore:
            opened.__class__ = self.bugs.store
        return opened

    def _fact(self, subject: str, number: int) -> Fact:
        pick = self.random
        drawn = Drawn(
            str(pick.randint(1, 9)),
            pick.choice(("teller", "supervisor")),
            pick.choice(("teller", "supervisor")),
            pick.choice(("80231", "80201")),
            pick.choice(("2026-11-23T00:30:00.000Z", "2099-01-01T00:00:00.000Z")),
        )
        options = FACTS[subject.partition("/")[0]]
        chosen = options[0] if number == 0 and pick.random() < 0.3 else pick.choice(options)
        return chosen(drawn)


class Drawn(NamedTuple):
    """What chance puts into a fact."""

    word: str
    granted: str
    ended: str
    approver: str
    left_at: str


FACTS: Mapping[str, Sequence[Callable[[Drawn], Fact]]] = {
    "case": (
        lambda d: case.CaseStarted(
            number=f"03A-000{d.word}",
            visit="visit/1",
            service="GRKH",
            procedure_hash="p",
            rules_hash="r",
            terminal="03",
            window="3",
            staff=d.word,
            provisional=int(d.word) % 3 == 0,
        ),
        lambda d: case.NeedRecorded(values={"amount": d.word}),
        lambda d: case.DetailCorrected(field="phone", old="1", new=d.word, cause="staff"),
        lambda d: case.CaseParked(step="details", draft=d.word),
        lambda d: case.CaseResumed(
            visit=f"visit/{d.word}", terminal="03", window="3", staff=d.word
        ),
        lambda _: case.CaseCompleted(outcome="done", next_steps=()),
        lambda d: case.CaseCancelled(reason=d.word),
        lambda d: case.CaseNoted(text=d.word),
    ),
    "customer": (
        lambda d: presence.CustomerRegistered(
            groups=(presence.CustomerGroup(name="identity", fields={"name": "王" + d.word}),)
        ),
        lambda d: presence.CustomerAmended(
            group=presence.CustomerGroup(name="contact", fields={"phone": d.word}), source="self"
        ),
        lambda d: presence.CustomerAmended(
            group=presence.CustomerGroup(name="address", fields={"street": d.word}), source="self"
        ),
    ),
    "staff": (
        lambda d: people.StaffRegistered(person=f"person/{d.word}", name="王敏", post="柜员"),
        lambda d: people.RoleGranted(role=d.granted),
        lambda d: people.RoleEnded(role=d.ended),
    ),
    "followup": (
        lambda d: presence.FollowUpSet(
            case="case/1", case_number="1", what="w", due=d.word, staff=d.word, post="p"
        ),
        lambda d: presence.FollowUpReassigned(staff=d.word, reason="leave"),
        lambda d: presence.FollowUpDone(result=d.word),
    ),
    "override": (
        lambda _: people.OverrideRequested(
            matter="reprint",
            about="case/1",
            right="approve",
            requester="80231",
            requester_person="person/1",
        ),
        lambda d: people.OverrideGranted(
            approver=d.approver,
            approver_person=f"person/{d.word}",
            right="approve",
            right_entry=d.word,
        ),
        lambda d: people.OverrideRefused(approver="80201", approver_person="p", comment=d.word),
    ),
    "visit": (
        lambda d: presence.VisitStarted(terminal="03", window="3", staff=d.word),
        lambda d: presence.PersonPresent(person=f"p{d.word}", name="王" + d.word),
        lambda _: presence.VisitEnded(outcome="served"),
        lambda d: presence.VisitEnded(outcome="comes_back", left_at=d.left_at),
    ),
}
"""What may be written on a subject of each kind; the first begins it."""


def make_template(home: Path, number: int) -> None:
    """A fresh store of terminal `number`, to be copied for each seed."""
    home.mkdir(parents=True)
    opened = JournalOpened(
        branch="branch/demo", terminal=f"{number:02d}", letter="A", public_key="00", program="0"
    )
    first = FirstEntry(journal_of(number), opened, stamp_at(OPENED_AT, f"terminal/{number:02d}"))
    create_store(StoreFiles.in_home(home), KEY, first, random.Random(number).randbytes).close()


@contextmanager
def shared_folder() -> Iterator[Path]:
    """A folder whose flushes cost nothing, where the system has one."""
    with TemporaryDirectory(dir=MEMORY if MEMORY.is_dir() else None) as folder:
        yield Path(folder)


def run_seed(folder: Path, seed: int, bugs: Bugs | None = None, steps: int = 40) -> None:
    """One whole history. Raises `Difference`."""
    live_out(World(folder / f"seed-{seed}", seed, bugs or Bugs()), steps)


def live_out(world: World, steps: int) -> None:
    """A world's whole history, and nothing left of it. Raises `Difference`."""
    try:
        for _step in range(steps):
            world.step()
        world.settle()
    finally:
        world.close()
        shutil.rmtree(world.folder, ignore_errors=True)
