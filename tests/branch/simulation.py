"""Terminals with real stores over the real functions, one scheduler for all that can befall them.

Beside what `tests/stateful/world.py` does to terminals, here the branch commits late or never, loses
answers, is put back to an older backup, and meets a cloned PC; a PC reads less than others, and bodies
that it may not read stay away. One seed is one schedule.
"""

import random
import shutil
from collections import Counter
from collections.abc import Callable, Sequence
from dataclasses import dataclass, field
from pathlib import Path

from counter_app.db.branch.shelf import PostgresBranch
from counter_app.db.branch.snapshots import PostgresSnapshots
from counter_app.db.store import SqliteStore, StoreFiles
from counter_app.journal.entry import Entry
from counter_app.journal.facts.base import Audience
from counter_app.services.branch_ports import Branch, BranchUnreachable
from counter_app.services.ports import Moved, NewFact
from counter_app.services.scope import LEAST_DAYS
from counter_app.services.snapshot_ports import SnapshotShelf
from counter_app.sync.body_exchange import BodyExchange
from counter_app.sync.scope_keeping import ScopeKeeping, ScopeMeans, bring_back
from tests.branch.scheduled import ScheduledLine, Scheduler
from tests.fakes.signing import exchange
from tests.stateful.joining_world import JoiningWorld
from tests.stateful.pruning_world import CLOSED, LetsGoEasily
from tests.stateful.world import (
    OPENED_AT,
    SUBJECTS,
    Bugs,
    Difference,
    Terminal,
    journal_of,
    stamp_at,
)

SEES_ALL = ("all", "complaint", "quality", "restricted")
SEES_LESS = ("all",)
STEPS = 120
BATCHES = (1, 2, 5, 500)


@dataclass
class RealBugs(Bugs):
    """Planted bugs on the side of the branch."""

    store: type[SqliteStore] = LetsGoEasily
    shelf: Callable[[ScheduledLine], Branch] = PostgresBranch  # type: ignore[assignment]


@dataclass
class Enrolled:
    """A role of the database: of which terminal, and what it may read."""

    role: str
    audiences: tuple[str, ...]


@dataclass
class Clone:
    """A second PC with the files of the first: both believe that the journal is theirs."""

    store: SqliteStore
    of: int
    wrote: bool = False
    told: bool = False


@dataclass
class RealWorld(JoiningWorld):
    """See the module."""

    scheduler: Scheduler = field(init=False)

    def __init__(
        self,
        folder: Path,
        seed: int,
        scheduler: Scheduler,
        enrolled: dict[int, Enrolled],
        bugs: RealBugs,
    ) -> None:
        self.scheduler = scheduler
        self.enrolled = enrolled
        self.real_bugs = bugs
        self.saved = False
        self.clones: list[Clone] = []
        super().__init__(folder, seed, bugs)
        scheduler.random = random.Random(seed + 1)
        lines = {number: ScheduledLine(scheduler, one.role) for number, one in enrolled.items()}
        self.branches = {number: bugs.shelf(line) for number, line in lines.items()}
        self.shelves = {
            number: PostgresSnapshots(line)  # type: ignore[arg-type]
            for number, line in lines.items()
        }
        scheduler.empty()

    def step(self) -> None:
        """One random event."""
        roll = self.random.random()
        if roll < 0.03:
            self.scheduler.decide()
            self.scheduler.backup()
            self.scheduler.note_backup()
            self.saved = True
            self.befell["backup"] += 1
        elif roll < 0.05 and self.saved:
            self.scheduler.restore()
            self.befell["restore"] += 1
        elif roll < 0.06 and not self.clones:
            self.clone(self.random.randrange(len(self.terminals)))
        elif roll < 0.12:
            self.write_narrow(self.random.choice(self.terminals))
        elif roll < 0.16 and self.clones:
            self.use_clone(self.clones[0])
        elif roll < 0.24:
            self.prune(self.random.choice(self.terminals))
        elif roll < 0.27:
            self.open_one(self.random.choice(self.terminals))
        else:
            super().step()

    def exchange(self, terminal: Terminal) -> None:
        """An exchange in which any call may be cut."""
        if terminal in self._ahead() and self.random.random() < 0.8:
            self.meet(terminal)
            return
        self.scheduler.trouble = self.random.choice((0.0, 0.0, 0.2, 0.5))
        try:
            done = exchange(terminal.store, self.branch_of(terminal), self.random.choice(BATCHES))
        except BranchUnreachable as cut:
            self.befell[str(cut)] += 1
            return
        finally:
            self.scheduler.trouble = 0.0
            self._judge_commits(terminal)
        wrong = [one.entry.journal_id for one in done.rejected] + list(done.forged)
        if done.forked or wrong:
            self._judge_fork(terminal, done.forked, wrong)
        if terminal.eager:
            for subject in done.subjects:
                terminal.store.view(subject)

    def write_narrow(self, terminal: Terminal) -> None:
        """A fact that not every PC may read."""
        subject = self.random.choice(SUBJECTS)
        labels: tuple[Audience, ...] = ("complaint", "restricted")
        label = self.random.choice(labels)
        facts = [NewFact(subject, self._fact(subject, 1), label)]
        seen = {subject: terminal.store.view(subject).heads}
        answer = terminal.store.append(
            facts, seen, stamp_at(self.now + terminal.skew, "staff/80231")
        )
        if isinstance(answer, Moved):
            raise Difference("a present View was called old")

    def prune(self, terminal: Terminal) -> None:
        """What is beyond the scope and over leaves a PC, as far as the line holds."""
        branch = self.branch_of(terminal)
        bodies = BodyExchange(terminal.store, branch, [terminal.store.journal_id])
        self.exchange(terminal)
        self._cut_somewhere()
        try:
            bodies.give()
            if terminal.store.arriving().is_whole and bodies.all_is_there():
                greeting = branch.greet("test", OPENED_AT, 0)
                means = ScopeMeans(greeting.now.date, LEAST_DAYS)
                gone = ScopeKeeping(terminal.store, branch, means).keep(greeting)
                self.befell["let_go"] += len(gone)
        except BranchUnreachable:
            return
        finally:
            self._mend_line()

    def open_one(self, terminal: Terminal) -> None:
        """Somebody looks at a subject that was let go, as far as the line holds."""
        away = [one for one in CLOSED if terminal.store.is_let_go(one)]
        self._cut_somewhere()
        try:
            if away:
                self.befell["opened"] += self._bring_back(terminal, away[:1])
        except BranchUnreachable:
            return
        finally:
            self._mend_line()

    def _bring_back(self, terminal: Terminal, subjects: Sequence[str]) -> bool:
        store = terminal.store
        return bring_back(store, store.contents, self.branch_of(terminal), subjects)

    def clone(self, place: int) -> None:
        """Somebody copies a PC's disk."""
        original = self.terminals[place]
        original.store.close()
        home = self.folder / f"clone-{place}"
        shutil.copytree(original.files.database.parent, home)
        original.store = self._open(original.files)
        original.old_views.clear()
        self.clones.append(Clone(self._open(StoreFiles.in_home(home)), place))

    def use_clone(self, clone: Clone) -> None:
        """The copy writes, and meets the branch when the original has written something else."""
        subject = self.random.choice(SUBJECTS)
        facts = [NewFact(subject, self._fact(subject, 1))]
        seen = {subject: clone.store.view(subject).heads}
        clone.store.append(facts, seen, stamp_at(self.now, "staff/80299"))
        clone.wrote = True
        self.befell["clone"] += 1

    def settle(self) -> None:
        """Everything flows; all must agree, the branch too, and a clone must have been told."""
        self.scheduler.decide()
        for _round in range(3):
            for terminal in self.terminals:
                done = exchange(terminal.store, self.branch_of(terminal))
                if done.forged or done.rejected:
                    raise Difference(f"an honest entry was rejected: {done.rejected[:1]}")
                bodies = BodyExchange(
                    terminal.store, self.branch_of(terminal), [terminal.store.journal_id]
                )
                bodies.give()
                bodies.fit(self._audiences_of(terminal))
        for terminal in self.terminals:
            if not self._bring_back(terminal, CLOSED):
                raise Difference("a body that was let go is nowhere")
        for clone in self.clones:
            if clone.wrote:
                self._judge_clone(clone)
        self._judge_heads()
        for subject in SUBJECTS:
            self._judge_among_equals(subject)
        self._judge_joined()

    def _judge_clone(self, clone: Clone) -> None:
        terminal = self.terminals[clone.of]
        terminal.store.append(
            [NewFact("case/1", self._fact("case/1", 1))],
            {"case/1": terminal.store.view("case/1").heads},
            stamp_at(self.now, "staff/80231"),
        )
        exchange(terminal.store, self.branch_of(terminal))
        if not exchange(clone.store, self.branch_of(terminal)).forked:
            raise Difference("a cloned PC was not told that its journal has another end")
        for one in self.terminals:
            exchange(one.store, self.branch_of(one))

    def _judge_fork(self, terminal: Terminal, forked: bool, wrong: list[str]) -> None:
        del terminal, forked
        if not self.clones:
            raise Difference(f"an honest journal was not believed: {wrong}")

    def _judge_heads(self) -> None:
        first = self.terminals[0]
        held = {one: head.head for one, head in self.branch_of(first).heads().items()}
        for terminal in self.terminals:
            if dict(terminal.store.heads()) != held:
                raise Difference("a terminal and the branch do not hold the same")

    def _judge_among_equals(self, subject: str) -> None:
        """Envelopes agree everywhere; bodies, and so Views and rows, among those who may read them."""
        envelopes = {frozenset(_envelopes(one.store.entries_of(subject))) for one in self.terminals}
        if len(envelopes) != 1:
            raise Difference(f"{subject} has other entries at another terminal")
        for audiences in (SEES_ALL, SEES_LESS):
            equal = [one for one in self.terminals if self._audiences_of(one) == audiences]
            for terminal in equal[1:]:
                self._judge_subject(terminal.store, subject, equal[0].store.view(subject))

    def _audiences_of(self, terminal: Terminal) -> tuple[str, ...]:
        return self.enrolled[self._number_of(terminal)].audiences

    def branch_of(self, terminal: Terminal) -> Branch:
        """The branch as the terminal's role sees it."""
        return self.branches[self._number_of(terminal)]

    def _shelf(self, terminal: Terminal) -> SnapshotShelf:
        return self.shelves[self._number_of(terminal)]

    def _cut_somewhere(self) -> None:
        self.scheduler.trouble = self.random.choice((0.0, 0.0, 0.2, 0.5))

    def _mend_line(self) -> None:
        self.scheduler.trouble = 0.0

    def _number_of(self, terminal: Terminal) -> int:
        return next(n for n in self.enrolled if terminal.store.journal_id == journal_of(n))

    def close(self) -> None:
        """Hangs up."""
        super().close()
        for clone in self.clones:
            clone.store.close()


def _envelopes(entries: list[Entry]) -> list[tuple[object, ...]]:
    return [entry[:15] for entry in entries]


def run_real_seed(
    folder: Path,
    seed: int,
    scheduler: Scheduler,
    enrolled: dict[int, Enrolled],
    bugs: RealBugs | None = None,
) -> Counter[str]:
    """One whole history over the real functions, and what befell in it. Raises `Difference`."""
    home = folder / f"real-{seed}"
    world = RealWorld(home, seed, scheduler, enrolled, bugs or RealBugs())
    try:
        for _step in range(STEPS):
            world.step()
        world.settle()
        return world.befell
    finally:
        world.close()
        shutil.rmtree(home, ignore_errors=True)
