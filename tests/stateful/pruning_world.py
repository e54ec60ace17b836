"""The convergence world with PCs of unequal scope: bodies leave them, come back, are erased meanwhile.

The branch is backed up and put back to its last backup. Whatever happens, at the end every body is
there that nobody ordered to erase, and all are as if nothing had ever left anywhere.
"""

from collections import Counter
from collections.abc import Sequence
from datetime import date, timedelta
from pathlib import Path

from counter_app.db.closings import digest_of_rows
from counter_app.db.store import SqliteStore
from counter_app.db.verify import verify
from counter_app.journal.folds import FOLDING
from counter_app.journal.views import View
from counter_app.rehearsal.simulated_branch import Shelf
from counter_app.services.branch_ports import BranchUnreachable
from counter_app.services.scope import Scope
from counter_app.sync.body_exchange import BodyExchange
from counter_app.sync.scope_keeping import ScopeKeeping, ScopeMeans, bring_back
from tests.fakes.signing import exchange
from tests.stateful.joining_world import MAY_BE_ERASED, JoiningWorld
from tests.stateful.world import (
    KEY,
    OPENED_AT,
    SUBJECTS,
    Bugs,
    Difference,
    Terminal,
    World,
    live_out,
)

STEPS = 60
CLOSED = ("case/1", "case/2", "visit/1")
LATER = date(2030, 1, 1)
"""Beyond every clock of the world by more than a scope."""


class LetsGoEasily(SqliteStore):
    """Whatever waits for nothing may leave: what a subject must be like is not looked at here."""

    def _is_over(self, view: View, scope: Scope) -> bool:
        del scope
        return not view.waiting


class PruningWorld(JoiningWorld):
    """See the module."""

    def __init__(self, folder: Path, seed: int, bugs: Bugs) -> None:
        super().__init__(folder, seed, bugs)
        self.saved: Shelf | None = None
        self.day = LATER
        self.befell: Counter[str] = Counter()

    def step(self) -> None:
        """One random event."""
        roll = self.random.random()
        if roll < 0.08:
            self.saved = self.branch.shelf.backup()
        elif roll < 0.11 and self.saved is not None:
            self.branch.shelf = self.saved.copy()
            self.befell["restored"] += 1
        elif roll < 0.30:
            self.prune(self.random.choice(self.terminals))
        elif roll < 0.40:
            self.open_one(self.random.choice(self.terminals))
        elif roll < 0.43:
            self.erase(self.random.choice(self.terminals))
        else:
            World.step(self)

    def exchange(self, terminal: Terminal) -> None:
        """As ever, and the bodies that are wanted; what was let go stays away without a cause."""
        World.exchange(self, terminal)
        try:
            self._exchange_bodies(terminal)
        except BranchUnreachable:
            return

    def write(self, terminal: Terminal, *, stale: bool, about: Sequence[str] = ()) -> None:
        """As ever; rows of what was let go stay as they were."""
        store = terminal.store
        before = {one: digest_of_rows(store._driver, one) for one in CLOSED if store.is_let_go(one)}
        super().write(terminal, stale=stale, about=about)
        for subject, rows in before.items():
            if store.is_let_go(subject) and digest_of_rows(store._driver, subject) != rows:
                raise Difference(f"{subject} was written on, and its rows were lost")

    def erase(self, terminal: Terminal) -> None:
        """Bodies are ordered to go, also of what some PC let go of."""
        super().erase(terminal)
        self.befell["erased_elsewhere"] += any(
            one.store.is_let_go(subject) for one in self.terminals for subject in MAY_BE_ERASED
        )

    def prune(self, terminal: Terminal) -> None:
        """What may leave leaves, as far as the line holds."""
        self.day += timedelta(days=1)
        World.exchange(self, terminal)
        try:
            bodies = self._exchange_bodies(terminal)
            if self.random.random() < 0.7:
                self.saved = self.branch.shelf.backup()
            self._cut_somewhere()
            greeting = self.branch.greet("test", OPENED_AT.replace(year=2040), 0)
            keeping = ScopeKeeping(terminal.store, self.branch, ScopeMeans(lambda: self.day))
            if bodies.all_is_there() and keeping.is_due(greeting):
                self.befell["let_go"] += len(keeping.keep(greeting))
        except BranchUnreachable:
            return
        finally:
            self._mend_line()
        if self.random.random() < 0.1:
            self._judge_file(terminal)

    def open_one(self, terminal: Terminal) -> None:
        """Somebody looks at a subject that was let go."""
        away = [one for one in CLOSED if terminal.store.is_let_go(one)]
        if not away:
            return
        subject = self.random.choice(away)
        self._cut_somewhere()
        try:
            whole = bring_back(terminal.store, terminal.store.contents, self.branch, [subject])
        except BranchUnreachable:
            return
        finally:
            self._mend_line()
        if whole and terminal.store.is_let_go(subject):
            raise Difference("what is back is still said to be away")
        self.befell["opened"] += whole

    def settle(self) -> None:
        """Everything flows and rows are the same everywhere; all is opened, and nothing is lost."""
        for _round in range(3):
            for terminal in self.terminals:
                exchange(terminal.store, self.branch)
                self._exchange_bodies(terminal)
        held = [
            {one: digest_of_rows(t.store._driver, one) for one in SUBJECTS} for t in self.terminals
        ]
        for terminal in self.terminals:
            self._judge_file(terminal)
            self.befell["away_at_the_end"] += len(terminal.store.lacking(CLOSED).bodies) > 0
            if not bring_back(terminal.store, terminal.store.contents, self.branch, CLOSED):
                raise Difference("a body that was let go is nowhere")
        first = self.terminals[0].store
        for subject in SUBJECTS:
            entries = first.entries_of(subject)
            if any(one.body_state == "elsewhere" for one in entries):
                raise Difference(f"{subject} lacks a body that nobody erased")
            expected = FOLDING.fold(subject, entries)
            for terminal, before in zip(self.terminals, held, strict=True):
                self._judge_subject(terminal.store, subject, expected)
                if before[subject] != digest_of_rows(terminal.store._driver, subject):
                    raise Difference(f"{subject} had other rows while its bodies were away")
        for terminal in self.terminals[1:]:
            if terminal.store.heads() != first.heads():
                raise Difference("heads differ")

    def _exchange_bodies(self, terminal: Terminal) -> BodyExchange:
        bodies = BodyExchange(terminal.store, self.branch, [terminal.store.journal_id])
        if bodies.give():
            raise Difference("a body was brought to quarantine")
        before = {one for one in CLOSED if terminal.store.is_let_go(one)}
        wanted = set(terminal.store.bodies_wanted(["all"], "", 1000))
        called = {
            one
            for one in before
            if wanted & {entry.hash for entry in terminal.store.entries_of(one)}
        }
        bodies.fit(["all"])
        stays = {one for one in before if terminal.store.is_let_go(one)}
        if before - called - stays:
            raise Difference("an exchange brought back what nobody had called for")
        return bodies

    def _judge_file(self, terminal: Terminal) -> None:
        faults = verify(terminal.files, KEY).faults
        if faults:
            raise Difference(f"a file with closing records does not verify: {faults[0]}")


def run_pruning_seed(folder: Path, seed: int, bugs: Bugs | None = None) -> Counter[str]:
    """One whole history, and what befell in it. Raises `Difference`."""
    world = PruningWorld(folder / f"pruning-{seed}", seed, bugs or Bugs(store=LetsGoEasily))
    live_out(world, STEPS)
    return world.befell
